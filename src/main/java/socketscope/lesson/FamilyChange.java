package socketscope.lesson;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.CallStep;

/** Rewrites steps so that they are played over the other version of IP. */
final class FamilyChange {

  private static final SocketAddress ANY_4 = new SocketAddress.Inet4(0, 0);
  private static final SocketAddress ANY_6 = new SocketAddress.Inet6(0, 0, 0);
  private static final SocketAddress LOOPBACK_4 = new SocketAddress.Inet4(0x7f000001, 0);
  private static final SocketAddress LOOPBACK_6 = new SocketAddress.Inet6(0, 1, 0);

  private static final Map<SocketAddress, SocketAddress> ADDRESSES =
      Map.of(LOOPBACK_4, LOOPBACK_6, LOOPBACK_6, LOOPBACK_4, ANY_4, ANY_6, ANY_6, ANY_4);
  private static final Map<String, String> DOMAINS =
      Map.of(
          "AF_INET",
          "AF_INET6",
          "AF_INET6",
          "AF_INET",
          "PF_INET",
          "PF_INET6",
          "PF_INET6",
          "PF_INET");

  /** Constants that only one version of IP has. */
  private static final Pattern OF_IPV4 =
      Pattern.compile("[AP]F_INET|IPPROTO_ICMP|IPPROTO_IP|SOL_IP|IP_\\w+");

  private static final Pattern OF_IPV6 =
      Pattern.compile("[AP]F_INET6|IPPROTO_ICMPV6|IPPROTO_IPV6|SOL_IPV6|IPV6_\\w+");

  private final Family to;

  FamilyChange(Family to) {
    this.to = to;
  }

  /** The versions that these steps can be played over; none where they name both. */
  static Set<Family> possible(Steps steps) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (new FamilyChange(family).firstObstacle(steps) == null) {
        families.add(family);
      }
    }
    return families;
  }

  /** The versions that these steps name. */
  static Set<Family> named(Steps steps) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (steps.steps().stream().anyMatch(step -> names(step, family))) {
        families.add(family);
      }
    }
    return families;
  }

  Steps of(Steps steps) throws LessonException {
    LessonStep obstacle = firstObstacle(steps);
    if (obstacle != null) {
      throw new LessonException(
          new LessonFault(obstacle.line(), 1, Kind.ONE_FAMILY, List.of(written(obstacle))));
    }
    return new Steps(steps.place(), steps.ports(), steps.steps().stream().map(this::of).toList());
  }

  private static String written(LessonStep step) {
    return step instanceof CallStep call ? call.call() : step.toString();
  }

  /** The first step that has no counterpart; null where the steps can be played. */
  private @Nullable LessonStep firstObstacle(Steps steps) {
    Predicate<LessonStep> own = step -> names(step, to);
    Predicate<LessonStep> other = step -> names(step, other());
    boolean both = steps.steps().stream().anyMatch(own) && steps.steps().stream().anyMatch(other);
    return steps.steps().stream()
        .filter(other)
        .filter(step -> both || names(of(step), other()))
        .findFirst()
        .orElse(null);
  }

  private Family other() {
    return to == Family.IPV4 ? Family.IPV6 : Family.IPV4;
  }

  private static boolean names(LessonStep step, Family family) {
    return step instanceof CallStep call && names(call, family);
  }

  private static boolean names(CallStep step, Family family) {
    return step.operands().stream().anyMatch(operand -> names(operand, family))
        || switch (step.expected()) {
          case Expected.Address(AddressTerm address) -> names(address, family);
          case Expected.Received(_, AddressTerm from) -> from != null && names(from, family);
          case Expected.Value _, Expected.Failure _, Expected.Option _ -> false;
          case null -> false;
        };
  }

  private static boolean names(Operand operand, Family family) {
    return switch (operand) {
      case Operand.Given(Argument.Named(Constant constant)) ->
          (family == Family.IPV4 ? OF_IPV4 : OF_IPV6).matcher(constant.text()).matches();
      case Operand.Structure(List<Operand.Field> fields) ->
          fields.stream().anyMatch(field -> names(field.value(), family));
      case Operand.Sequence(List<Operand> elements) ->
          elements.stream().anyMatch(element -> names(element, family));
      case Operand.Given _, Operand.Descriptor _, Operand.FileContent _, AddressTerm.Named _ ->
          false;
      case AddressTerm.Fixed(SocketAddress address) -> isOf(address, family);
      case AddressTerm.FreePort(SocketAddress host, _) -> isOf(host, family);
    };
  }

  private static boolean isOf(SocketAddress address, Family family) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> family == Family.IPV4;
      case SocketAddress.Inet6 _ -> family == Family.IPV6;
      case SocketAddress.Unix _, SocketAddress.Other _ -> false;
    };
  }

  LessonStep of(LessonStep step) {
    return step instanceof CallStep call && names(call, other()) ? of(call) : step;
  }

  private CallStep of(CallStep step) {
    Expected expected =
        switch (step.expected()) {
          case Expected.Address(AddressTerm address) -> new Expected.Address(of(address));
          case Expected.Received(var bytes, AddressTerm from) ->
              new Expected.Received(bytes, from == null ? null : of(from));
          case Expected.Value value -> value;
          case Expected.Failure failure -> failure;
          case Expected.Option option -> option;
          case null -> null;
        };
    List<Operand> operands = step.operands().stream().map(this::of).toList();
    return step.with(operands, expected);
  }

  private Operand of(Operand operand) {
    return switch (operand) {
      case Operand.Given(Argument.Named(Constant constant)) when names(operand, other()) ->
          new Operand.Given(new Argument.Named(of(constant)));
      case Operand.Given given -> given;
      case Operand.Descriptor descriptor -> descriptor;
      case Operand.Structure(List<Operand.Field> fields) ->
          new Operand.Structure(
              fields.stream()
                  .map(field -> new Operand.Field(field.name(), field.named(), of(field.value())))
                  .toList());
      case Operand.Sequence(List<Operand> elements) ->
          new Operand.Sequence(elements.stream().map(this::of).toList());
      case Operand.FileContent file -> file;
      case AddressTerm address -> of(address);
    };
  }

  private static Constant of(Constant constant) {
    String other = DOMAINS.getOrDefault(constant.text(), constant.text());
    return Constants.local().parse(constant.set(), other).orElse(constant);
  }

  private AddressTerm of(AddressTerm term) {
    return switch (term) {
      case AddressTerm.Fixed(SocketAddress address) when isOf(address, other()) ->
          new AddressTerm.Fixed(counterpart(address));
      case AddressTerm.FreePort(SocketAddress host, String port) when isOf(host, other()) ->
          new AddressTerm.FreePort(counterpart(host), port);
      case AddressTerm.Fixed same -> same;
      case AddressTerm.FreePort same -> same;
      case AddressTerm.Named named -> named;
    };
  }

  /** The same address in the other version, or the address itself where it has none there. */
  private static SocketAddress counterpart(SocketAddress address) {
    SocketAddress found = ADDRESSES.get(withPort(address, 0));
    return found == null ? address : withPort(found, portOf(address));
  }

  private static SocketAddress withPort(SocketAddress address, int port) {
    return switch (address) {
      case SocketAddress.Inet4(int host, _) -> new SocketAddress.Inet4(host, port);
      case SocketAddress.Inet6(long high, long low, _) -> new SocketAddress.Inet6(high, low, port);
      case SocketAddress.Unix unix -> unix;
      case SocketAddress.Other other -> other;
    };
  }

  private static int portOf(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4(_, int port) -> port;
      case SocketAddress.Inet6(_, _, int port) -> port;
      case SocketAddress.Unix _, SocketAddress.Other _ -> 0;
    };
  }
}
