package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.List;

/** Bytes that are not looked into. */
final class BytesForm extends ValueForm {

  private final Constants system;
  private final int size;

  BytesForm(Constants system, int size) {
    this.system = system;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String usage() {
    return "hex:00ff10";
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
    if (!(value instanceof Value.Text text)) {
      throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
    }
    byte[] bytes = text.bytes();
    if (bytes.length > size) {
      throw new ValueException(ValueException.Reason.LENGTH, value.toString(), 0);
    }
    image.put(at, bytes);
    return at + size;
  }

  @Override
  boolean fits(int length) {
    return length != Integer.BYTES || size == Integer.BYTES;
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    return Value.Text.of(all(bytes));
  }
}
