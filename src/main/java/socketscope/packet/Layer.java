package socketscope.packet;

import java.util.List;

/** A run of a packet's bytes that belong together: a header, the data, or what cannot be read. */
public sealed interface Layer
    permits IpLayer, TransportLayer, IcmpMessage, Payload, Truncated, Malformed {

  /** Its first byte, counted from the start of the packet. */
  int offset();

  /** How many captured bytes it has. */
  int length();

  /** Its fields in the order of their bytes; together they cover it. */
  List<Field> fields();

  /** The first byte after it. */
  default int end() {
    return offset() + length();
  }
}
