package socketscope.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Place;

/**
 * What a call may ask for of families, types, protocols, options and requests: what {@code
 * harmless.txt} lists, and what no system knows, since that the kernel refuses by itself. Numbers
 * are taken as the kernel takes them, as ints, however they are written.
 */
final class HarmlessRule {

  /** The bits of a type that choose it: SOCK_TYPE_MASK of Linux. */
  private static final int TYPE = 0xf;

  /** A family of no system: AF_MAX is 46 on Linux, 41 on macOS. */
  private static final int NO_FAMILY = 64;

  /** A protocol of no system: IPPROTO_MAX is 263 on Linux. */
  private static final int NO_PROTOCOL = 1000;

  /** No process has a greater number: PID_MAX_LIMIT of Linux. */
  private static final long LARGEST_PROCESS = 1 << 22;

  private final Constants constants;
  private final boolean privileged;
  private final Map<String, Set<Integer>> anywhere = new HashMap<>();
  private final Map<String, Set<Integer>> alone = new HashMap<>();

  /**
   * A rule.
   *
   * @param privileged whether the process may have capabilities (capabilities(7)): what takes one,
   *     the kernel refuses to others
   */
  HarmlessRule(Constants constants, boolean privileged) {
    this.constants = constants;
    this.privileged = privileged;
    for (String line : lines()) {
      List<String> words = List.of(line.split(" ", -1));
      switch (words.getFirst()) {
        case "option" -> learnOptions(words);
        case "privileged" -> {
          if (!privileged) {
            learnOptions(words);
          }
        }
        default -> learn(words.get(1).equals("alone") ? alone : anywhere, words.getFirst(), words);
      }
    }
  }

  private void learnOptions(List<String> words) {
    number(words.get(1)).ifPresent(level -> learn(anywhere, "option " + (int) level, words));
  }

  private static List<String> lines() {
    try (InputStream file = HarmlessRule.class.getResourceAsStream("harmless.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names that this system does not have are another one's. */
  private void learn(Map<String, Set<Integer>> list, String kind, List<String> words) {
    Set<Integer> numbers = list.computeIfAbsent(kind, _ -> new HashSet<>());
    words.stream()
        .skip(2)
        .map(this::number)
        .filter(OptionalLong::isPresent)
        .forEach(number -> numbers.add((int) number.getAsLong()));
  }

  private OptionalLong number(String name) {
    return constants.number(name);
  }

  /** What of the call is on no list; empty where all of it is. */
  Optional<Forbidden> forbiddenIn(Call call, Place place) {
    return switch (call.function()) {
      case SOCKET, SOCKETPAIR -> socket(call, place);
      case SETSOCKOPT ->
          place == Place.ALONE || allowsOption(call)
              ? Optional.empty()
              : notShared(call, "optname");
      case IOCTL -> request(call, place);
      case FCNTL -> owner(call);
      default -> Optional.empty();
    };
  }

  private Optional<Forbidden> socket(Call call, Place place) {
    int domain = given(call, "domain").orElse(0);
    boolean family =
        listed(anywhere, "family", domain)
            || place == Place.ALONE && listed(alone, "family", domain)
            || domain < 0
            || domain >= NO_FAMILY;
    int type = given(call, "type").orElse(0) & TYPE;
    if (!privileged && listed(alone, "family", domain)) {
      return Optional.empty();
    }
    if (!family) {
      return listed(alone, "family", domain) ? notShared(call, "domain") : never(call, "domain");
    }
    boolean refused = !privileged && type == number("SOCK_RAW").orElse(-1);
    if (place == Place.ALONE || !isInternet(domain) || refused) {
      return Optional.empty();
    }
    if (!listed(anywhere, "type", type)
        && constants.constant(ConstantSet.SOCKET_TYPE, type).isNamed()) {
      return notShared(call, "type");
    }
    int protocol = given(call, "protocol").orElse(0);
    return listed(anywhere, "protocol", protocol) || protocol < 0 || protocol >= NO_PROTOCOL
        ? Optional.empty()
        : notShared(call, "protocol");
  }

  private boolean isInternet(int domain) {
    return domain == number("AF_INET").orElse(0) || domain == number("AF_INET6").orElse(0);
  }

  private boolean allowsOption(Call call) {
    int level = given(call, "level").orElse(0);
    int option = given(call, "optname").orElse(0);
    return isNobodys(level) || isNobodys(option) || listed(anywhere, "option " + level, option);
  }

  /** A level, or an option at any level, that no system knows, packet filters included. */
  private static boolean isNobodys(int number) {
    return number < 0 || number >= 500 && number < 1000 || number >= 9000;
  }

  private Optional<Forbidden> request(Call call, Place place) {
    int request = given(call, "op").orElse(0);
    if (request == 0 || listed(anywhere, "request", request)) {
      return Optional.empty();
    }
    boolean elsewhere = listed(alone, "request", request);
    if (elsewhere && place == Place.ALONE) {
      return Optional.empty();
    }
    return elsewhere ? notShared(call, "op") : never(call, "op");
  }

  /** Whoever owns a descriptor is sent signals (fcntl(2), F_SETOWN): no other process may be. */
  private Optional<Forbidden> owner(Call call) {
    int command = given(call, "op").orElse(0);
    boolean owns =
        Stream.of("F_SETOWN", "F_SETOWN_EX")
            .anyMatch(name -> number(name).orElse(Long.MIN_VALUE) == command);
    boolean somebody =
        call.argument(2)
            .map(argument ->
                switch (argument) {
                  case Argument.Number(long value) -> isProcess((int) value);
                  case Argument.Named(Constant constant) -> isProcess(constant.asInt());
                  case Argument.Pointer _ -> false;
                  default -> true;
                })
            .orElse(false);
    return owns && somebody ? never(call, "op") : Optional.empty();
  }

  private static boolean isProcess(int number) {
    return number != 0 && Math.abs((long) number) <= LARGEST_PROCESS;
  }

  private static boolean listed(Map<String, Set<Integer>> list, String kind, int number) {
    return list.getOrDefault(kind, Set.of()).contains(number);
  }

  private static Optional<Integer> given(Call call, String parameter) {
    return call.constant(parameter).map(Constant::asInt);
  }

  private static Optional<Forbidden> notShared(Call call, String parameter) {
    return Optional.of(new Forbidden.NotShared(what(call, parameter)));
  }

  private static Optional<Forbidden> never(Call call, String parameter) {
    return Optional.of(new Forbidden.Never(what(call, parameter)));
  }

  private static String what(Call call, String parameter) {
    List<String> words = new ArrayList<>();
    if (call.function() == Function.SETSOCKOPT) {
      call.constant("level").map(Constant::spelled).ifPresent(words::add);
    }
    call.constant(parameter).map(Constant::spelled).ifPresent(words::add);
    return String.join(", ", words);
  }
}
