package socketscope.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.event.Call;
import socketscope.event.Function;

/**
 * By which way packets may go: none that a socket or a message chooses. A source route sends a
 * packet for a loopback address off this machine (RFC 8200, section 4.4; ip(7), IP_OPTIONS), and so
 * may a message that names another device. Which control messages may go with one is a list of
 * those that do not; which options are not for sockets here, of those that do.
 */
final class RouteRule {

  /** Options that put routes, or headers with them, into packets, by their level. */
  private static final Map<String, List<String>> ROUTES =
      Map.of(
          "IPPROTO_IP",
          List.of("IP_OPTIONS", "IP_UNICAST_IF", "IP_HDRINCL"),
          "IPPROTO_IPV6",
          List.of(
              "IPV6_2292RTHDR",
              "IPV6_2292PKTOPTIONS",
              "IPV6_2292HOPOPTS",
              "IPV6_2292DSTOPTS",
              "IPV6_2292PKTINFO",
              "IPV6_NEXTHOP",
              "IPV6_HOPOPTS",
              "IPV6_RTHDRDSTOPTS",
              "IPV6_RTHDR",
              "IPV6_DSTOPTS",
              "IPV6_HDRINCL",
              "IPV6_UNICAST_IF"));

  /** Control messages that send nothing elsewhere, by their level. */
  private static final Map<String, Set<String>> HARMLESS =
      Map.of(
          "SOL_SOCKET",
          Set.of("SCM_RIGHTS", "SCM_CREDENTIALS"),
          "IPPROTO_IP",
          Set.of("IP_TTL", "IP_TOS"),
          "IPPROTO_IPV6",
          Set.of("IPV6_HOPLIMIT", "IPV6_TCLASS"),
          "SOL_UDP",
          Set.of("UDP_SEGMENT"));

  /** Those that name a device, and the field that does. */
  private static final Map<String, Map<String, String>> DEVICE =
      Map.of(
          "IPPROTO_IP", Map.of("IP_PKTINFO", "ipi_ifindex"),
          "IPPROTO_IPV6", Map.of("IPV6_PKTINFO", "ipi6_ifindex"));

  /** No device is named by 0, and the loopback one by 1 (LOOPBACK_IFINDEX). */
  private static final Set<String> LOOPBACK_OR_ANY = Set.of("0", "1");

  private final Constants constants;

  RouteRule(Constants constants) {
    this.constants = constants;
  }

  /** Whether the call might choose a way for packets. */
  boolean forbids(Call call) {
    return call.function() == Function.SETSOCKOPT
        ? routes(call)
        : call.function().sends() && !ControlMessage.of(call).allMatch(this::harmless);
  }

  private boolean routes(Call call) {
    Constant level = call.constant("level").orElse(null);
    Constant option = call.constant("optname").orElse(null);
    return level != null
        && option != null
        && ROUTES.entrySet().stream()
            .filter(of -> has(of.getKey(), level.number()))
            .anyMatch(of -> of.getValue().stream().anyMatch(name -> has(name, option.number())));
  }

  private boolean has(String name, long number) {
    return constants.number(name).orElse(Long.MIN_VALUE) == number;
  }

  private boolean harmless(ControlMessage message) {
    long level = message.level();
    long type = message.type();
    boolean listed =
        HARMLESS.entrySet().stream()
            .filter(of -> has(of.getKey(), level))
            .anyMatch(of -> of.getValue().stream().anyMatch(name -> has(name, type)));
    return listed
        || DEVICE.entrySet().stream()
            .filter(of -> has(of.getKey(), level))
            .flatMap(of -> of.getValue().entrySet().stream())
            .filter(of -> has(of.getKey(), type))
            .anyMatch(of -> namesLoopback(message, of.getValue()));
  }

  /** What is too short for its structure, the kernel refuses. */
  private boolean namesLoopback(ControlMessage message, String index) {
    try {
      Value read = message.form(constants).decode(message.bytes(constants));
      return !(read instanceof Value.Structure told)
          || told.field(index).map(Value::toString).filter(LOOPBACK_OR_ANY::contains).isPresent();
    } catch (ValueException e) {
      return false;
    }
  }
}
