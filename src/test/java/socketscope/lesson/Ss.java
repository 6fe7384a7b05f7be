package socketscope.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ss(8) says of sockets, one line each. Of TCP: state, queues, addresses, timer. Of UDP, whose
 * queues it counts in memory: whether anything waits, and the drops.
 */
final class Ss {

  private static final Pattern TIMER = Pattern.compile("timer:\\((\\w+),");
  private static final Pattern DROPS = Pattern.compile(",d(\\d+)\\)");
  private static final Pattern INODE = Pattern.compile("ino:(\\d+)");

  private static final Map<String, String> STATES =
      Map.of("ESTAB", "ESTABLISHED", "FIN-WAIT-1", "FIN_WAIT1", "FIN-WAIT-2", "FIN_WAIT2");

  private Ss() {}

  /**
   * The sockets with one of those ports at either end.
   *
   * @param inside the beginning of a command that runs another one where they are
   */
  static TreeSet<String> sockets(List<String> inside, Collection<Integer> ports)
      throws IOException, InterruptedException {
    String filter =
        ports.stream()
            .map(port -> "sport = :" + port + " or dport = :" + port)
            .collect(Collectors.joining(" or "));
    return run(inside, "ss", "-tanHeo", filter)
        .map(Ss::socket)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The UDP sockets with one of those ports of their own. */
  static TreeSet<String> datagrams(List<String> inside, Collection<Integer> ports)
      throws IOException, InterruptedException {
    String filter =
        ports.stream().map(port -> "sport = :" + port).collect(Collectors.joining(" or "));
    return run(inside, "ss", "-uanHOm", filter)
        .map(Ss::datagram)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String datagram(String line) {
    List<String> words = List.of(line.split(" +"));
    Matcher drops = DROPS.matcher(line);
    String waits = words.get(1).equals("0") ? " empty" : " waits";
    return untied(words.get(3)) + waits + " drops " + (drops.find() ? drops.group(1) : "?");
  }

  private static Stream<String> run(List<String> inside, String... command)
      throws IOException, InterruptedException {
    List<String> whole = Stream.concat(inside.stream(), Stream.of(command)).toList();
    Process process = new ProcessBuilder(whole).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines();
  }

  private static String socket(String line) {
    List<String> words = List.of(line.split(" +"));
    String state = STATES.getOrDefault(words.get(0), words.get(0).replace('-', '_'));
    long received = Long.parseLong(words.get(1));
    long sent = Long.parseLong(words.get(2));
    // A FIN that was not read counts as a byte here, and so does a SYN; SIOCINQ and SIOCOUTQ know
    // better.
    received -= state.equals("CLOSE_WAIT") && received > 0 ? 1 : 0;
    sent -= state.equals("SYN_SENT") ? 1 : 0;
    // getpeername(2) does not tell before the handshake is complete.
    String peer = state.equals("LISTEN") || state.equals("SYN_SENT") ? "*" : words.get(4);
    Matcher inode = INODE.matcher(line);
    boolean held = inode.find() && !inode.group(1).equals("0");
    return String.join(
        " ",
        state,
        received + "/" + sent,
        untied(words.get(3)),
        peer,
        held ? "held" : "kept" + timer(line));
  }

  /** Without the device that the socket is tied to, which getsockname(2) does not tell. */
  private static String untied(String address) {
    return address.replace("%lo:", ":");
  }

  private static String timer(String line) {
    Matcher timer = TIMER.matcher(line);
    return timer.find() ? " " + timer.group(1) : "";
  }
}
