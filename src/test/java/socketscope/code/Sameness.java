package socketscope.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has to be the same in the experiment and in the programs that repeat it, and what the kernel
 * answers otherwise each time.
 *
 * <ul>
 *   <li>Ports and abstract names that the kernel chose are compared by role: what was one port in
 *       the experiment has to be one port in the programs.
 *   <li>Where a buffer was full in the experiment, how many bytes went in, and how many of them
 *       came out, and when there is room again, is the buffer's to say: only whether there were any
 *       is compared.
 *   <li>An IP header has a number and a checksum of its own.
 * </ul>
 */
final class Sameness {

  private static final Pattern CHOSEN =
      Pattern.compile("(?<=[\\d\\]]:)\\d{4,5}\\b|(?<=unix:@)[0-9a-f]{5}\\b");
  private static final Pattern LONG_SEND =
      Pattern.compile("^((?:send|sendto|write)\\(.*\"\\.\\.\\..*\\)) = ([1-9]\\d*|-1 EAGAIN)$");
  private static final Pattern RECEIVED =
      Pattern.compile("^(recv|recvfrom|read)\\((\\w+), (\\d+)(.*?)\\) = (\\d+) (\".*)$");
  private static final Pattern ROOM = Pattern.compile("^(poll\\(.*POLLOUT.*\\)) = .*$");
  private static final Pattern QUEUED = Pattern.compile("^(ioctl\\(.*\\)) = 0 \\[[1-9]\\d*]$");
  private static final Pattern RAW = Pattern.compile("^socket\\(.*SOCK_RAW.*\\) = (\\w+)$");
  private static final Pattern PING =
      Pattern.compile("^socket\\(.*SOCK_DGRAM.*, IPPROTO_ICMP\\) = (\\w+)$");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|.)|[^\\\\]");

  private final Collection<String> ports;
  private final boolean full;

  /**
   * @param ports those that somebody chose
   * @param full whether a buffer was full in the experiment
   */
  Sameness(Collection<String> ports, boolean full) {
    this.ports = ports;
    this.full = full;
  }

  /** The lines without what the kernel answers otherwise each time. */
  List<String> compared(List<String> lines) {
    Set<String> raw = made(RAW, lines);
    Set<String> ping = made(PING, lines);
    return lines.stream().map(line -> compared(line, raw, ping)).toList();
  }

  private static Set<String> made(Pattern socket, List<String> lines) {
    return lines.stream()
        .flatMap(line -> socket.matcher(line).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String compared(String line, Set<String> raw, Set<String> ping) {
    String same = CHOSEN.matcher(line).replaceAll(m -> isChosen(m) ? "*" : m.group());
    var received = RECEIVED.matcher(same);
    if (received.matches() && raw.contains(received.group(2))) {
      return same.substring(0, received.start(6)) + without(received.group(6), 4, 5, 10, 11);
    }
    if (received.matches() && ping.contains(received.group(2))) {
      return same.substring(0, received.start(6)) + without(received.group(6), 2, 3, 4, 5);
    }
    if (full && received.matches() && Long.parseLong(received.group(5)) > 0) {
      boolean less = Long.parseLong(received.group(5)) < Long.parseLong(received.group(3));
      return less ? same.substring(0, received.start(5)) + "some" : same;
    }
    if (full) {
      same = LONG_SEND.matcher(same).replaceAll("$1 = some");
      same = ROOM.matcher(same).replaceAll("$1 = some");
      same = QUEUED.matcher(same).replaceAll("$1 = 0 [some]");
    }
    return same;
  }

  private boolean isChosen(MatchResult match) {
    return !ports.contains(match.group());
  }

  /**
   * What is in quotes without some bytes: the number and the checksum of an IP packet (RFC 791,
   * section 3.1), the checksum of an echo and the number that the kernel chose (RFC 792).
   */
  private static String without(String quoted, int... places) {
    List<String> bytes = new ArrayList<>();
    ESCAPE.matcher(quoted).results().forEach(match -> bytes.add(match.group()));
    for (int at : places) {
      if (at + 1 < bytes.size()) {
        bytes.set(at + 1, "*");
      }
    }
    return String.join("", bytes);
  }

  /**
   * Which chosen ports and names have more than one role, or share one: in the experiment they were
   * others. Lines that are {@link #compared} to be the same.
   */
  List<String> confused(List<String> expected, List<String> printed, Map<String, String> roles) {
    List<String> confused = new ArrayList<>();
    for (int i = 0; i < Math.min(expected.size(), printed.size()); i++) {
      List<String> before = chosen(expected.get(i));
      List<String> now = chosen(printed.get(i));
      for (int k = 0; k < Math.min(before.size(), now.size()); k++) {
        String told = now.get(k);
        boolean taken = !roles.containsKey(before.get(k)) && roles.containsValue(told);
        String role = roles.computeIfAbsent(before.get(k), _ -> told);
        if (taken || !role.equals(told)) {
          confused.add(expected.get(i) + " / " + printed.get(i));
        }
      }
    }
    return confused;
  }

  private List<String> chosen(String line) {
    return CHOSEN.matcher(line).results().filter(this::isChosen).map(MatchResult::group).toList();
  }
}
