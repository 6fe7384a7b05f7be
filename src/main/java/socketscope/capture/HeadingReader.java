package socketscope.capture;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import socketscope.capture.Endpoint.EndpointPair;

/**
 * Reads the headings of packets: IPv4 (RFC 791), IPv6 (RFC 8200), TCP, UDP, and what the errors of
 * ICMP (RFC 792) and ICMPv6 (RFC 4443) quote. Whatever else comes is nobody's.
 */
final class HeadingReader {

  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int ICMP_HEADER = 8;
  private static final int PORTS = 4;
  private static final int TCP_HEADER = 20;

  private final ByteBuffer packet;
  private final boolean quoted;

  private HeadingReader(ByteBuffer packet, boolean quoted) {
    this.packet = packet;
    this.quoted = quoted;
  }

  /** The heading of a packet that starts with its IP header; null where it is not known whose. */
  static @Nullable Heading read(byte[] packet) {
    return new HeadingReader(ByteBuffer.wrap(packet), false).read();
  }

  private @Nullable Heading read() {
    if (packet.limit() < IPV4_HEADER) {
      return null;
    }
    return switch (packet.get(0) >> 4 & 15) {
      case 4 -> inet4();
      case 6 -> packet.limit() < IPV6_HEADER ? null : inet6();
      default -> null;
    };
  }

  private @Nullable Heading inet4() {
    int headerLength = (packet.get(0) & 15) * 4;
    int end = Math.min(packet.limit(), Short.toUnsignedInt(packet.getShort(2)));
    boolean firstFragment = (packet.getShort(6) & 0x1fff) == 0;
    int protocol = Byte.toUnsignedInt(packet.get(9));
    Transport transport = Transport.ofProtocol(protocol);
    if (!firstFragment || headerLength < IPV4_HEADER) {
      return null;
    }
    if (protocol == ICMP) {
      return error(headerLength, end);
    }
    if (transport == null || headerLength + PORTS > packet.limit()) {
      return null;
    }
    return heading(
        Endpoint.inet4(transport, packet.getInt(12), port(headerLength)),
        Endpoint.inet4(transport, packet.getInt(16), port(headerLength + 2)),
        segment(transport, headerLength, Short.toUnsignedInt(packet.getShort(2))));
  }

  private @Nullable Heading inet6() {
    int next = Byte.toUnsignedInt(packet.get(6));
    int at = IPV6_HEADER;
    int end = IPV6_HEADER + Short.toUnsignedInt(packet.getShort(4));
    // Hop-by-hop options, routing, fragment, destination options.
    while (next == 0 || next == 43 || next == 44 || next == 60) {
      if (at + 8 > packet.limit() || next == 44 && (packet.getShort(at + 2) & 0xfff8) != 0) {
        return null;
      }
      int length = next == 44 ? 8 : 8 * (Byte.toUnsignedInt(packet.get(at + 1)) + 1);
      next = Byte.toUnsignedInt(packet.get(at));
      at += length;
    }
    if (next == ICMPV6) {
      return error(at, Math.min(end, packet.limit()));
    }
    Transport transport = Transport.ofProtocol(next);
    if (transport == null || at + PORTS > packet.limit()) {
      return null;
    }
    return heading(
        new Endpoint(transport, packet.getLong(8), packet.getLong(16), port(at)),
        new Endpoint(transport, packet.getLong(24), packet.getLong(32), port(at + 2)),
        segment(transport, at, end));
  }

  private Heading heading(Endpoint source, Endpoint destination, @Nullable Segment segment) {
    return new Heading(source, destination, quoted, segment);
  }

  private int port(int at) {
    return Short.toUnsignedInt(packet.getShort(at));
  }

  private @Nullable Segment segment(Transport transport, int at, int end) {
    if (transport != Transport.TCP || at + TCP_HEADER > packet.limit()) {
      return null;
    }
    int headerLength = (packet.get(at + 12) >> 4 & 15) * 4;
    return new Segment(
        packet.getInt(at + 4),
        packet.getInt(at + 8),
        Byte.toUnsignedInt(packet.get(at + 13)),
        Math.max(0, end - at - headerLength));
  }

  /** ICMP: types 3, 4, 5, 11 and 12 quote; ICMPv6: types below 128 do. Both after 8 bytes. */
  private @Nullable Heading error(int at, int end) {
    if (quoted || at + ICMP_HEADER >= end) {
      return null;
    }
    int type = Byte.toUnsignedInt(packet.get(at));
    boolean version4 = (packet.get(0) >> 4 & 15) == 4;
    boolean quotes =
        version4 ? type == 3 || type == 4 || type == 5 || type == 11 || type == 12 : type < 128;
    int start = at + ICMP_HEADER;
    return quotes ? new HeadingReader(packet.slice(start, end - start), true).read() : null;
  }

  /**
   * Whose packet it is: from which endpoint to which.
   *
   * @param quoted whether they are those of a packet that an ICMP error quotes, and is about
   * @param segment what TCP says; null for others, and where it is cut off
   */
  record Heading(Endpoint source, Endpoint destination, boolean quoted, @Nullable Segment segment) {

    EndpointPair flow() {
      return EndpointPair.between(source, destination);
    }
  }
}
