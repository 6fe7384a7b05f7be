package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ProgramStarted;
import socketscope.explain.CallText;

/** The calls of a trace beside those that strace saw. */
public final class SystemCalls {

  private static final Pattern OPENED = Pattern.compile("openat\\(.*\\) += (-?\\d+).*");
  private static final Pattern USED = Pattern.compile("(\\w+)\\((\\d+).*");
  private static final String UNFINISHED = " <unfinished>";

  /** What a program's first thread may ask the kernel; see the package kernel. */
  private static final List<String> PROBES =
      List.of(
          "TCP_INFO",
          "SO_COOKIE",
          "TCP_SAVE_SYN",
          "TCP_SAVED_SYN",
          "SO_MEMINFO",
          "SO_BINDTODEVICE",
          "SO_DOMAIN",
          "SO_TYPE",
          "F_GETFD",
          "getsockname(",
          "getpeername(",
          "FIONREAD",
          "TIOCOUTQ");

  /** Where strace shows an address in the program's memory, our line has the buffer's name. */
  private static final String POINTER =
      "(0x[0-9a-f]{9,}|buf|addr|optval|arg|msgvec|events|event|pipefd)(?=[,)])";

  /** Of a stream with MSG_TRUNC the kernel writes nothing; strace shows what was in the buffer. */
  private static final String DISCARDED =
      "(?<=^recvfrom\\(\\d{1,4}, )\"(\\\\0)*\"(?=, \\d+, MSG_TRUNC)";

  private static final String THREAD = "CLONE_THREAD";

  /** How the C library has the kernel make a process: posix_spawn(3). */
  private static final Pattern PROCESS =
      Pattern.compile("^(clone3?\\(.*CLONE_VFORK.*|vfork\\()\\)(?= += )");

  private SystemCalls() {}

  /** Every call of a trace is one system call, with the same arguments, answer and order. */
  public static void agree(List<Event> events, StraceLog strace) {
    Map<Long, List<String>> expected = expectedCalls(events);
    assertThat(expected).isNotEmpty();
    expected.forEach((thread, calls) ->
        assertThat(upTo(plain(calls), ofProgram(strace.of(thread))))
            .as("thread " + thread)
            .isEqualTo(plain(calls)));
    assertThat(socketCallsElsewhere(strace, events, expected)).isEmpty();
  }

  /** Where the end of another program wakes a call, its own may come before it can tell that. */
  private static List<String> upTo(List<String> told, List<String> made) {
    int last = told.size() - 1;
    if (last < 0 || made.size() < told.size() || !told.get(last).endsWith(UNFINISHED)) {
      return made;
    }
    String begun = told.get(last).substring(0, told.get(last).length() - UNFINISHED.length());
    boolean same = made.get(last).startsWith(begun);
    return same
        ? Stream.concat(made.stream().limit(last), Stream.of(told.get(last))).toList()
        : made;
  }

  /** The user's calls by the thread that made them, as strace should have written them. */
  private static Map<Long, List<String>> expectedCalls(List<Event> events) {
    Map<Long, CallStarted> started = new HashMap<>();
    Map<Long, List<String>> calls = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof CallStarted start) {
        started.put(start.callId(), start);
      } else if (event instanceof CallReturned returned) {
        CallStarted start = started.remove(returned.callId());
        calls
            .computeIfAbsent(start.thread(), _ -> new ArrayList<>())
            .add(CallText.straceLine(start.call(), returned.result()));
      }
    }
    for (CallStarted start : started.values()) {
      calls
          .computeIfAbsent(start.thread(), _ -> new ArrayList<>())
          .add(CallText.straceLine(start.call(), null));
    }
    return calls;
  }

  /**
   * Without what the thread writes and reads over the program's channel, and without the threads
   * that it begins.
   */
  private static List<String> ofProgram(List<String> calls) {
    return plain(
        withoutFiles(calls).stream()
            .filter(call -> !call.matches("(write|read)\\((1000|1001), .*"))
            .filter(call -> !call.contains(THREAD))
            .map(call -> PROCESS.matcher(call).replaceFirst("fork()"))
            .toList());
  }

  /**
   * Without files and what is done with them: no call of a user opens one, but glibc reads
   * /proc/sys/vm/overcommit_memory when it gives memory back.
   */
  private static List<String> withoutFiles(List<String> calls) {
    List<String> left = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (String call : calls) {
      Matcher opened = OPENED.matcher(call);
      Matcher used = USED.matcher(call);
      if (opened.matches()) {
        files.add(opened.group(1));
      } else if (!used.matches() || !files.contains(used.group(2))) {
        left.add(call);
      } else if (used.group(1).equals("close")) {
        files.remove(used.group(2));
      }
    }
    return left;
  }

  /**
   * Without what differs from run to run: the place of the equals sign, addresses in memory, and
   * how much of a call that never returned strace had written.
   */
  private static List<String> plain(List<String> calls) {
    return calls.stream()
        .map(call -> call.replaceAll("\\) += ", ") = "))
        .map(call -> call.replaceAll(POINTER, "POINTER"))
        .map(call -> call.replaceAll(DISCARDED, "POINTER"))
        .map(call -> call.replaceAll("left (timeout|\\{[^}]*})", "left TIME"))
        .map(call -> call.replaceAll("^(\\w+\\(\\d+).*<unfinished \\.\\.\\.>.*", "$1 <unfinished>"))
        .toList();
  }

  /** Network calls of the programs, after they were ready, on threads that make no user's call. */
  private static List<String> socketCallsElsewhere(
      StraceLog strace, List<Event> events, Map<Long, List<String>> expected) {
    List<String> others = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof ProgramStarted program) {
        assertThat(strace.callsByThread()).containsKey(program.pid());
        strace.callsByThread().entrySet().stream()
            .filter(entry -> !expected.containsKey(entry.getKey()))
            .filter(entry -> startsProgram(entry.getValue()))
            .flatMap(entry -> afterReady(entry.getValue()))
            .filter(call -> !call.matches("(openat|write|read|close)\\(.*"))
            .filter(call -> !call.contains(THREAD))
            .filter(call -> PROBES.stream().noneMatch(call::contains))
            .forEach(others::add);
      }
    }
    return others;
  }

  private static boolean startsProgram(List<String> calls) {
    return calls.stream().anyMatch(SystemCalls::saysReady);
  }

  /** A program that another one has made says so, for its start is known before. */
  private static boolean saysReady(String call) {
    return call.startsWith("write(")
        && (call.contains("\"{\\\"event\\\":\\\"program-started")
            || call.contains("\"{\\\"ready\\\""));
  }

  private static Stream<String> afterReady(List<String> calls) {
    int ready = 0;
    while (!saysReady(calls.get(ready))) {
      ready++;
    }
    return calls.subList(ready + 1, calls.size()).stream();
  }
}
