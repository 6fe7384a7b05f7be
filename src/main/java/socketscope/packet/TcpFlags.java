package socketscope.packet;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The control bits of one segment, written {@code SYN, ACK}.
 *
 * @param bits the byte that they are in
 */
public record TcpFlags(int bits) {

  /** Whether it is set. */
  public boolean has(TcpFlag flag) {
    return (bits & flag.mask()) != 0;
  }

  /** Whether any of them is set. */
  public boolean hasAny(TcpFlag... flags) {
    return Arrays.stream(flags).anyMatch(this::has);
  }

  @Override
  public String toString() {
    return Arrays.stream(TcpFlag.values())
        .filter(this::has)
        .map(TcpFlag::name)
        .collect(Collectors.joining(", "));
  }
}
