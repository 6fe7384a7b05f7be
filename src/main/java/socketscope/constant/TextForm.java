package socketscope.constant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Characters that end with a zero, where there is room for it: the name of an interface. */
final class TextForm extends ValueForm {

  private final Constants system;
  private final int size;

  TextForm(Constants system, int size) {
    this.system = system;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String usage() {
    return "\"lo\"";
  }

  @Override
  int alignment() {
    return 1;
  }

  @Override
  Constants system() {
    return system;
  }

  @Override
  boolean takesWords() {
    return false;
  }

  @Override
  int put(Value value, Image image, int at) throws ValueException {
    byte[] characters =
        switch (value) {
          case Value.Text text -> text.bytes();
          case Value.Word(String text) -> text.getBytes(StandardCharsets.UTF_8);
          case Value.Structure _, Value.Array _ ->
              throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
        };
    if (characters.length > size) {
      throw new ValueException(ValueException.Reason.LENGTH, value.toString(), 0);
    }
    image.put(at, characters);
    return at + size;
  }

  /** Fewer bytes are a shorter text. */
  @Override
  boolean fits(int length) {
    return true;
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    byte[] all = all(bytes);
    int end = 0;
    while (end < all.length && all[end] != 0) {
      end++;
    }
    return Value.Text.of(Arrays.copyOf(all, end));
  }
}
