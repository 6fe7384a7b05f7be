package socketscope.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The extension headers of an IPv6 datagram, RFC 8200, section 4.
 *
 * @param headers in their order
 * @param end where the last one ends, counted from the start of the datagram
 * @param protocol what follows
 * @param ending how the reading ended
 * @param rerouted whether the last destination stands in a routing header
 */
record ExtensionHeaders(
    List<ExtensionHeader> headers, int end, int protocol, Ending ending, boolean rerouted) {

  enum Ending {
    COMPLETE,
    FIRST_FRAGMENT,
    LATER_FRAGMENT,
    TRUNCATED,
    MALFORMED
  }

  private static final Set<Integer> TYPES =
      Set.of(
          Protocols.HOP_BY_HOP,
          Protocols.ROUTING,
          Protocols.FRAGMENT,
          Protocols.AUTHENTICATION,
          Protocols.DESTINATION_OPTIONS,
          135,
          139,
          140);

  static ExtensionHeaders read(Slice datagram) {
    List<ExtensionHeader> headers = new ArrayList<>();
    int at = Ipv6Decoder.LENGTH;
    int next = datagram.u8(6);
    boolean rerouted = false;
    Ending ending = Ending.COMPLETE;
    while (TYPES.contains(next)) {
      int length = length(datagram, at, next);
      if (at + length > datagram.captured()) {
        ending = at + length > datagram.full() ? Ending.MALFORMED : Ending.TRUNCATED;
        break;
      }
      rerouted |= next == Protocols.ROUTING && datagram.u8(at + 3) > 0;
      Ending fragment = next == Protocols.FRAGMENT ? fragment(datagram.u16(at + 2)) : ending;
      ExtensionHeader header =
          new ExtensionHeader(
              next, datagram.u8(at), ExtensionFields.of(next, datagram, at, length));
      headers.add(header);
      at += length;
      next = header.nextHeader();
      ending = fragment;
      if (ending == Ending.LATER_FRAGMENT) {
        break;
      }
    }
    return new ExtensionHeaders(List.copyOf(headers), at, next, ending, rerouted);
  }

  private static int length(Slice datagram, int at, int type) {
    if (at + 8 > datagram.captured() || type == Protocols.FRAGMENT) {
      return 8;
    }
    int said = datagram.u8(at + 1);
    // The Authentication Header (RFC 4302) alone counts in words of four bytes, less two.
    return type == Protocols.AUTHENTICATION ? 4 * (said + 2) : 8 * (said + 1);
  }

  private static Ending fragment(int offsetAndFlags) {
    if (offsetAndFlags >> 3 > 0) {
      return Ending.LATER_FRAGMENT;
    }
    return (offsetAndFlags & 1) == 1 ? Ending.FIRST_FRAGMENT : Ending.COMPLETE;
  }
}
