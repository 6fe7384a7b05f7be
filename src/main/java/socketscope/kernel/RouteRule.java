package socketscope.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
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
        : call.function().sends() && call.arguments().stream().anyMatch(this::routes);
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

  private boolean routes(Argument argument) {
    return switch (argument) {
      case Argument.Sequence(List<Argument> elements) -> elements.stream().anyMatch(this::routes);
      case Argument.Structure message ->
          message.field("cmsg_level").isPresent()
              ? !harmless(message)
              : message.fields().stream().map(Argument.Field::value).anyMatch(this::routes);
      case Argument.Descriptor _,
          Argument.Named _,
          Argument.Number _,
          Argument.Data _,
          Argument.Address _,
          Argument.Text _,
          Argument.Pointer _ ->
          false;
    };
  }

  private boolean harmless(Argument.Structure message) {
    long level = number(message, "cmsg_level");
    long type = number(message, "cmsg_type");
    boolean listed =
        HARMLESS.entrySet().stream()
            .filter(of -> has(of.getKey(), level))
            .anyMatch(of -> of.getValue().stream().anyMatch(name -> has(name, type)));
    return listed
        || DEVICE.entrySet().stream()
            .filter(of -> has(of.getKey(), level))
            .flatMap(of -> of.getValue().entrySet().stream())
            .filter(of -> has(of.getKey(), type))
            .anyMatch(of -> namesLoopback(message, level, type, of.getValue()));
  }

  private static long number(Argument.Structure message, String field) {
    return switch (message.field(field).orElse(null)) {
      case Argument.Named(Constant constant) -> constant.number();
      case Argument.Number(long number) -> number;
      case null, default -> Long.MIN_VALUE;
    };
  }

  /** What is too short for its structure, the kernel refuses. */
  private boolean namesLoopback(Argument.Structure message, long level, long type, String index) {
    ValueForm form = constants.controlForm(level, type);
    try {
      Argument data = Objects.requireNonNull(message.field("cmsg_data").orElse(null));
      Value read = form.decode(form.encode(data.asValue()).bytes());
      return !(read instanceof Value.Structure told)
          || told.field(index).map(Value::toString).filter(LOOPBACK_OR_ANY::contains).isPresent();
    } catch (ValueException e) {
      return false;
    }
  }
}
