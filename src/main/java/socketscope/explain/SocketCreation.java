package socketscope.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Call;
import socketscope.event.Function;

/** Why socket() or socketpair() made none: what does not fit among family, type and protocol. */
final class SocketCreation {

  /** The protocols of IP, and the type of socket that each goes with (protocols(5), ip(7)). */
  private static final Map<String, String> TYPES =
      Map.of(
          "IPPROTO_TCP", "SOCK_STREAM",
          "IPPROTO_MPTCP", "SOCK_STREAM",
          "IPPROTO_SCTP", "SOCK_STREAM",
          "IPPROTO_UDP", "SOCK_DGRAM",
          "IPPROTO_UDPLITE", "SOCK_DGRAM",
          "IPPROTO_DCCP", "SOCK_DCCP");

  /** Those of them that a kernel may have been built without. */
  private static final List<String> OPTIONAL =
      List.of("IPPROTO_MPTCP", "IPPROTO_SCTP", "IPPROTO_UDPLITE", "IPPROTO_DCCP");

  private static final int LARGEST_PROTOCOL = 262;

  private SocketCreation() {}

  static List<Circumstance> of(Call call, String errno) {
    Optional<Constant> domain = call.constant("domain");
    Optional<Constant> type = call.constant("type");
    Optional<Constant> protocol = call.constant("protocol");
    if (domain.isEmpty() || type.isEmpty()) {
      return List.of();
    }
    return switch (errno) {
      case "EINVAL" -> invalid(type.get(), protocol);
      case "EPROTONOSUPPORT" -> noProtocol(call, domain.get(), type.get(), protocol);
      case "EACCES" ->
          type.get().is("SOCK_DGRAM") && protocol.filter(SocketCreation::icmp).isPresent()
              ? List.of(Circumstance.of(Situation.PING))
              : List.of();
      case "ESOCKTNOSUPPORT" ->
          domain.get().is("AF_UNIX") ? List.of(Circumstance.of(Situation.UNIX)) : List.of();
      default -> List.of();
    };
  }

  private static boolean icmp(Constant protocol) {
    return protocol.is("IPPROTO_ICMP") || protocol.is("IPPROTO_ICMPV6");
  }

  private static List<Circumstance> invalid(Constant type, Optional<Constant> protocol) {
    Constants linux = Constants.linux();
    long flags = linux.number("SOCK_NONBLOCK").orElse(0) | linux.number("SOCK_CLOEXEC").orElse(0);
    long plain = type.number() & 0xf;
    long rest = type.number() & ~flags & ~0xfL;
    if (type.number() > 0 && rest != 0) {
      return List.of(
          Circumstance.of(Situation.TYPE_FLAGS, type.text(), "0x" + Long.toHexString(rest)));
    }
    boolean known =
        linux.all(ConstantSet.SOCKET_TYPE).stream().anyMatch(each -> each.number() == plain);
    if (type.number() < 0 || plain != 0 && !known) {
      return List.of(Circumstance.of(Situation.NO_TYPE, type.text()));
    }
    long number = protocol.map(Constant::number).orElse(0L);
    return number < 0 || number > LARGEST_PROTOCOL
        ? List.of(Circumstance.of(Situation.NO_PROTOCOL))
        : List.of();
  }

  private static List<Circumstance> noProtocol(
      Call call, Constant domain, Constant type, Optional<Constant> protocol) {
    if (domain.is("AF_UNIX")) {
      return List.of(Circumstance.of(Situation.UNIX));
    }
    if (call.is(Function.SOCKETPAIR)) {
      return List.of(Circumstance.of(Situation.PAIR_OF_OTHER_FAMILY, domain.spelled()));
    }
    if (type.is("SOCK_RAW")) {
      return List.of(Circumstance.of(Situation.RAW));
    }
    for (Map.Entry<String, String> each : TYPES.entrySet()) {
      if (protocol.filter(number -> number.is(each.getKey())).isPresent()) {
        boolean fits = type.is(each.getValue());
        return !fits
            ? List.of(
                Circumstance.of(
                    Situation.PROTOCOL_OF_OTHER_TYPE,
                    each.getKey(),
                    each.getValue(),
                    type.withoutBits().spelled()))
            : OPTIONAL.contains(each.getKey())
                ? List.of(Circumstance.of(Situation.PROTOCOL_MISSING, each.getKey()))
                : List.of();
      }
    }
    return List.of();
  }
}
