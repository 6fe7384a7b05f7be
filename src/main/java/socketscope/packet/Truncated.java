package socketscope.packet;

import java.util.List;

/**
 * Here the capture, or the quote in an ICMP error, ends before the packet does.
 *
 * @param length how many bytes are there that cannot be understood without the rest
 * @param missing how many bytes of the packet are not there; at least so many where it does not say
 */
public record Truncated(int offset, int length, int missing) implements Layer {

  @Override
  public List<Field> fields() {
    return length == 0 ? List.of() : List.of(Field.ofBytes("Data", "", offset, length));
  }
}
