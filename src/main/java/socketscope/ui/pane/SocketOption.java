package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import socketscope.event.Function;
import socketscope.ui.pane.Choice.ChoiceGroup;

/**
 * The options that are asked for most: socket(7), tcp(7), ip(7), ipv6(7). Any other can be typed.
 */
enum SocketOption {
  SO_REUSEADDR("SOL_SOCKET", "1"),
  SO_REUSEPORT("SOL_SOCKET", "1"),
  SO_RCVBUF("SOL_SOCKET", "4096"),
  SO_SNDBUF("SOL_SOCKET", "4096"),
  SO_LINGER("SOL_SOCKET", "{1, 0}"),
  SO_KEEPALIVE("SOL_SOCKET", "1"),
  SO_RCVTIMEO("SOL_SOCKET", "{0, 500000}"),
  SO_SNDTIMEO("SOL_SOCKET", "{0, 500000}"),
  SO_BROADCAST("SOL_SOCKET", "1"),
  SO_OOBINLINE("SOL_SOCKET", "1"),
  SO_ERROR("SOL_SOCKET", ""),
  SO_TYPE("SOL_SOCKET", ""),
  SO_DOMAIN("SOL_SOCKET", ""),
  SO_PROTOCOL("SOL_SOCKET", ""),
  SO_ACCEPTCONN("SOL_SOCKET", ""),
  TCP_NODELAY("IPPROTO_TCP", "1"),
  TCP_CORK("IPPROTO_TCP", "1"),
  TCP_DEFER_ACCEPT("IPPROTO_TCP", "5"),
  TCP_SYNCNT("IPPROTO_TCP", "2"),
  TCP_USER_TIMEOUT("IPPROTO_TCP", "5000"),
  TCP_MAXSEG("IPPROTO_TCP", "1000"),
  TCP_CONGESTION("IPPROTO_TCP", "\"reno\""),
  IP_TTL("IPPROTO_IP", "1"),
  IPV6_V6ONLY("IPPROTO_IPV6", "1");

  private final String level;
  private final String value;

  /**
   * An option.
   *
   * @param value one that shows what it does; empty where it can only be read
   */
  SocketOption(String level, String value) {
    this.level = level;
    this.value = value;
  }

  /** The options that can be read, or set, by their level. */
  static List<ChoiceGroup> groups(Function function) {
    boolean sets = function == Function.SETSOCKOPT;
    List<ChoiceGroup> groups = new ArrayList<>();
    for (String level : Arrays.stream(values()).map(option -> option.level).distinct().toList()) {
      List<Choice> choices =
          Arrays.stream(values())
              .filter(option -> option.level.equals(level))
              .filter(option -> !sets || !option.value.isEmpty())
              .map(option -> option.choice(sets))
              .toList();
      groups.add(new ChoiceGroup("level." + level, choices));
    }
    return groups;
  }

  private Choice choice(boolean sets) {
    String about = "choice." + name();
    return sets
        ? new Choice(
            name() + ", " + value,
            about,
            "",
            Map.of("level", level, "optname", name(), "optval", value),
            Choice.Way.REPLACES)
        : new Choice(
            name(), about, "", Map.of("level", level, "optname", name()), Choice.Way.REPLACES);
  }
}
