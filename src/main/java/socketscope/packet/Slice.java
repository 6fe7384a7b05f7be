package socketscope.packet;

import java.util.Arrays;
import socketscope.event.Bytes;

/**
 * A stretch of a packet, of which the last bytes may be missing.
 *
 * @param bytes the whole packet
 * @param from the first byte
 * @param end the one after the last that is there
 * @param fullEnd the one after the last that would be there if nothing were missing
 */
// It lives while a packet is decoded, and is never compared.
@SuppressWarnings("ArrayRecordComponent")
record Slice(byte[] bytes, int from, int end, int fullEnd) {

  static Slice whole(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length, bytes.length);
  }

  /** How many bytes are there. */
  int captured() {
    return end - from;
  }

  /** How many bytes there would be if nothing were missing. */
  int full() {
    return fullEnd - from;
  }

  int missing() {
    return fullEnd - end;
  }

  /** Without so many bytes at its start, which are there. */
  Slice after(int length) {
    return new Slice(bytes, from + length, end, fullEnd);
  }

  /** As long as a header says: shorter than it was, or with bytes missing. */
  Slice ofLength(int length) {
    return new Slice(bytes, from, Math.min(end, from + length), from + length);
  }

  int u8(int at) {
    return NetworkOrder.u8(bytes, from + at);
  }

  int u16(int at) {
    return NetworkOrder.u16(bytes, from + at);
  }

  long u32(int at) {
    return NetworkOrder.u32(bytes, from + at);
  }

  FieldReader fields() {
    return new FieldReader(bytes, from);
  }

  Bytes copy() {
    return Bytes.copyOf(Arrays.copyOfRange(bytes, from, end));
  }
}
