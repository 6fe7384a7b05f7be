package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Values of one form, one after the other. */
final class ArrayForm extends ValueForm {

  private final ValueForm element;
  private final int count;

  /**
   * Of so many elements.
   *
   * @param count 0 where it has as many as there are bytes for
   */
  ArrayForm(ValueForm element, int count) {
    this.element = element;
    this.count = count;
  }

  @Override
  public int size() {
    return element.size() * count;
  }

  @Override
  public String usage() {
    return "[" + element.usage() + "]";
  }

  @Override
  int alignment() {
    return element.alignment();
  }

  @Override
  Constants system() {
    return element.system();
  }

  @Override
  boolean takesWords() {
    return false;
  }

  @Override
  int put(Value value, Image image, int at) throws ValueException {
    if (!(value instanceof Value.Array(List<Value> elements))) {
      throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
    }
    if (count > 0 && elements.size() > count) {
      throw new ValueException(ValueException.Reason.LENGTH, value.toString(), 0);
    }
    int end = at;
    for (Value each : elements) {
      element.put(each, image, end);
      end += element.size();
    }
    return count > 0 ? at + size() : end;
  }

  @Override
  boolean fits(int length) {
    return length % element.size() == 0 && (count == 0 || length <= size());
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    List<Value> elements = new ArrayList<>();
    int size = element.size();
    for (int at = 0; at + size <= bytes.limit(); at += size) {
      elements.add(element.get(slice(bytes, at, size), List.of()));
    }
    return new Value.Array(elements);
  }
}
