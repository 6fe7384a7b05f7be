package socketscope.socket;

import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Call;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;

/**
 * What kind of socket it is: the arguments of socket(2).
 *
 * @param protocol its number; 0 for the usual one of the family and the type
 */
public record SocketKind(Family family, Type type, long protocol) {

  /** Nothing is known of it. */
  public static final SocketKind UNKNOWN = new SocketKind(Family.UNKNOWN, Type.UNKNOWN, 0);

  /** TCP over IPv4, as most are. */
  public static final SocketKind TCP = new SocketKind(Family.INET, Type.STREAM, 0);

  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;
  private static final int IPPROTO_MPTCP = 262;

  /** Whose addresses it has: address_families(7). */
  public enum Family {
    /** AF_INET. */
    INET,
    /** AF_INET6. */
    INET6,
    /** AF_UNIX, AF_LOCAL. */
    UNIX,
    /** Any other. */
    OTHER,
    /** No event tells. */
    UNKNOWN
  }

  /** How it carries data: socket(2). */
  public enum Type {
    /** SOCK_STREAM: bytes in order, over a connection. */
    STREAM("SOCK_STREAM"),
    /** SOCK_DGRAM: messages, each by itself. */
    DATAGRAM("SOCK_DGRAM"),
    /** SOCK_SEQPACKET: messages in order, over a connection. */
    SEQPACKET("SOCK_SEQPACKET"),
    /** SOCK_RAW. */
    RAW("SOCK_RAW"),
    /** Any other. */
    OTHER(""),
    /** No event tells. */
    UNKNOWN("");

    private final String constant;

    Type(String constant) {
      this.constant = constant;
    }

    /** The constant's name; empty where it has none here. */
    public String constant() {
      return constant;
    }
  }

  /** That of socket() or socketpair(). */
  static SocketKind of(Call call) {
    return new SocketKind(
        call.constant("domain").map(SocketKind::family).orElse(Family.OTHER),
        call.constant("type").map(SocketKind::type).orElse(Type.OTHER),
        call.constant("protocol").map(Constant::number).orElse(-1L));
  }

  /** The same with what the kernel's word adds where nobody saw the socket made. */
  SocketKind and(SocketObserved seen) {
    Family known = family == Family.UNKNOWN ? family(seen) : family;
    return new SocketKind(known, type == Type.UNKNOWN ? type(seen.type()) : type, protocol);
  }

  private static Family family(Constant domain) {
    return domain.is("AF_INET")
        ? Family.INET
        : domain.is("AF_INET6") ? Family.INET6 : domain.is("AF_UNIX") ? Family.UNIX : Family.OTHER;
  }

  private static Type type(Constant type) {
    return type.is("SOCK_STREAM")
        ? Type.STREAM
        : type.is("SOCK_DGRAM")
            ? Type.DATAGRAM
            : type.is("SOCK_SEQPACKET")
                ? Type.SEQPACKET
                : type.is("SOCK_RAW") ? Type.RAW : Type.OTHER;
  }

  /** The type of an observation, in which it has its name: {@code SOCK_STREAM}. */
  static Type type(String name) {
    return Constants.linux()
        .parse(ConstantSet.SOCKET_TYPE, name)
        .map(SocketKind::type)
        .orElse(Type.OTHER);
  }

  private static Family family(SocketObserved seen) {
    SocketAddress address = seen.local() == null ? seen.peer() : seen.local();
    return family(address);
  }

  static Family family(@Nullable SocketAddress address) {
    return switch (address) {
      case null -> Family.UNKNOWN;
      case SocketAddress.Inet4 _ -> Family.INET;
      case SocketAddress.Inet6 _ -> Family.INET6;
      case SocketAddress.Unix _ -> Family.UNIX;
      case SocketAddress.Other _ -> Family.OTHER;
    };
  }

  /** Whether its addresses are those of machines. */
  public boolean internet() {
    return family == Family.INET || family == Family.INET6;
  }

  /** Whether it is of AF_UNIX: the kernel joins the two ends itself, without a protocol. */
  public boolean unix() {
    return family == Family.UNIX;
  }

  /** Whether it speaks TCP (or MPTCP, which is TCP to whoever looks at one connection). */
  public boolean tcp() {
    return internet()
        && type == Type.STREAM
        && (protocol == 0 || protocol == IPPROTO_TCP || protocol == IPPROTO_MPTCP);
  }

  /** Whether it speaks UDP. */
  public boolean udp() {
    return internet() && type == Type.DATAGRAM && (protocol == 0 || protocol == IPPROTO_UDP);
  }

  /** Whether it carries bytes without boundaries. */
  public boolean stream() {
    return type == Type.STREAM;
  }

  /** Whether it carries messages, each by itself. */
  public boolean datagram() {
    return type == Type.DATAGRAM;
  }

  /** Whether it has connections, which listen(), accept() and a handshake make. */
  public boolean connects() {
    return type == Type.STREAM || type == Type.SEQPACKET;
  }
}
