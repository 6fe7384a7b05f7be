package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A pointer to elements whose number, or whose size in bytes, another field of the structure is.
 */
final class PointerForm extends ValueForm {

  private final ArrayForm elements;
  private final int elementSize;
  private final String counter;
  private final boolean inBytes;

  /**
   * A pointer.
   *
   * @param counter the field that says how many there are
   * @param inBytes whether it counts bytes
   */
  PointerForm(ValueForm element, String counter, boolean inBytes) {
    this.elements = new ArrayForm(element, 0);
    this.elementSize = element.size();
    this.counter = counter;
    this.inBytes = inBytes;
  }

  String counter() {
    return counter;
  }

  /** What the counter is for so many elements. */
  long counted(int count) {
    return inBytes ? (long) count * elementSize : count;
  }

  /** How many bytes there are by the counter. */
  int bytes(long counted) {
    return Math.clamp(inBytes ? counted : counted * elementSize, 0, 1 << 20);
  }

  @Override
  public int size() {
    return Long.BYTES;
  }

  @Override
  public String usage() {
    return elements.usage();
  }

  @Override
  int alignment() {
    return Long.BYTES;
  }

  @Override
  Constants system() {
    return elements.system();
  }

  @Override
  int put(Value value, Image image, int at) throws ValueException {
    return put(value, 0, image, at);
  }

  /** An array is what it points to, with room for as many bytes as there are by the counter. */
  int put(Value value, int room, Image image, int at) throws ValueException {
    if (value instanceof Value.Array) {
      Image target = new Image(Math.max(room, 64));
      int end = elements.put(value, target, 0);
      image.point(at, target.bytes(Math.max(end, room)));
      return image.put(at, 0, Long.BYTES);
    }
    boolean none = value instanceof Value.Word(String text) && text.equals("NULL");
    return image.put(at, none ? 0 : number(value), Long.BYTES);
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    long address = bytes.getLong(0);
    return new Value.Word(address == 0 ? "NULL" : "0x" + Long.toHexString(address));
  }

  /** What it points to, as far as the counter says that there is something. */
  Value target(byte[] target, long counted) {
    int length = Math.min(target.length, bytes(counted)) / elementSize * elementSize;
    return elements.get(ByteBuffer.wrap(target, 0, length).slice(), List.of());
  }
}
