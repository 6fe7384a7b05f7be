package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.trace.Trace;

/** What a trace says of sockets beside what ss(8) says. */
public final class KernelsWord {

  /**
   * Not by ss can be told what is looked for by the ports of a lesson, of sockets whose ports the
   * kernel chose, or that are not TCP or UDP; and a listener that was closed while accept() sleeps
   * is a listener to ss until that wakes, and closed to its program; a socket on its way to another
   * program is nobody's; a byte out of band counts for ss and not for SIOCINQ.
   */
  private static final Set<String> NOT_BY_PORTS =
      Set.of(
          "layers",
          "ports",
          "addresses",
          "nobody",
          "boundaries",
          "lost",
          "killed",
          "loop",
          "threads",
          "stopped",
          "kinds",
          "unix",
          "raw",
          "wrong-order",
          "bad-arguments",
          "datagrams",
          "local",
          "stream",
          "messages",
          "passing",
          "select");

  private static final Pattern RECEIVED = Pattern.compile("^(\\w+ )(\\d+)/");

  private KernelsWord() {}

  /** Whether the sockets of a shipped lesson can be told by its ports. */
  static boolean knows(String lesson) {
    return !NOT_BY_PORTS.contains(lesson);
  }

  /**
   * Waits until both say the same.
   *
   * @param step after which
   * @param inside the beginning of a command that runs another one where the programs run
   * @param words what they must come to say, without the addresses; none: whatever they say
   */
  static void await(
      LessonStep step, List<String> inside, Trace trace, List<Integer> ports, String... words)
      throws IOException, InterruptedException {
    List<String> expected = Stream.of(words).sorted().toList();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      TreeSet<String> ours = OurView.of(trace.events(), ports::contains);
      TreeSet<String> theirs = Ss.sockets(inside, ports);
      theirs.addAll(Ss.datagrams(inside, ports));
      boolean asExpected = expected.isEmpty() || words(ours).equals(expected);
      if (ours.equals(theirs) && asExpected) {
        return;
      }
      if (System.nanoTime() > end) {
        assertThat(ours).as("after " + step).isEqualTo(theirs);
        assertThat(words(ours)).as("after " + step).isEqualTo(expected);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** What ss says of TCP sockets with those ports. */
  public static Set<String> sockets(List<String> inside, List<Integer> ports)
      throws IOException, InterruptedException {
    return Ss.sockets(inside, ports);
  }

  /**
   * In what a trace and ss differ for as long as that; nothing, once they say the same.
   *
   * @param inside as of {@link #await}
   * @param before what ss said before the first call
   * @param patience in nanoseconds
   */
  public static List<String> differences(
      List<String> inside, Trace trace, List<Integer> ports, Set<String> before, long patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience;
    while (true) {
      TreeSet<String> ours = OurView.of(trace.events(), ports::contains);
      TreeSet<String> theirs = Ss.sockets(inside, ports);
      theirs.removeAll(before);
      theirs.addAll(Ss.datagrams(inside, ports));
      if (sends(trace, call -> call.data().length() == 0)) {
        ours = spelled(ours, theirs, line -> line.replace(" empty drops ", " waits drops "));
      }
      if (sends(trace, call -> call.hasFlag("MSG_OOB"))) {
        ours = spelled(ours, theirs, KernelsWord::withAnotherByte);
      }
      if (ours.equals(theirs)) {
        return List.of();
      }
      if (System.nanoTime() > end) {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(beside("ours: ", ours, theirs));
        wrong.addAll(beside("ss: ", theirs, ours));
        return wrong;
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static List<String> beside(String who, Set<String> some, Set<String> others) {
    return some.stream().filter(one -> !others.contains(one)).map(who::concat).toList();
  }

  private static boolean sends(Trace trace, Predicate<Call> what) {
    return trace.events().stream()
        .filter(CallStarted.class::isInstance)
        .map(event -> ((CallStarted) event).call())
        .anyMatch(call -> call.function().sends() && what.test(call));
  }

  /**
   * As ss counts where SIOCINQ does not: a datagram without bytes takes memory, and so waits; a
   * byte out of band waits, too.
   */
  private static TreeSet<String> spelled(
      Set<String> ours, Set<String> theirs, UnaryOperator<String> otherwise) {
    return ours.stream()
        .map(line -> theirs.contains(otherwise.apply(line)) ? otherwise.apply(line) : line)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String withAnotherByte(String line) {
    return RECEIVED
        .matcher(line)
        .replaceFirst(queue -> queue.group(1) + (Long.parseLong(queue.group(2)) + 1) + "/");
  }

  static List<Integer> numbers(Steps steps, FreePorts ports) {
    return steps.ports().stream().map(ports::number).toList();
  }

  static List<String> words(TreeSet<String> sockets) {
    return sockets.stream()
        .map(line -> line.replaceFirst(" \\S+:\\d+ (\\S+:\\d+|\\*)", ""))
        .sorted()
        .toList();
  }
}
