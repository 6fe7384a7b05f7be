package socketscope.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.trace.TraceReader;

/**
 * How long the calls of the lessons {@code tcp} and {@code udp} are said to take, beside the same
 * calls in C. Each play starts its processes anew, so that every call is the first of its kind;
 * after each, C makes the same calls in the same order ({@code src/bench/c/steps.c}), as long after
 * each other. No test: it is run by name, and its figures go to docs/performance.md.
 *
 * <pre>./mvnw test -Dtest=CallTimesBenchmark [-Dsocketscope.launcher=target/socketscope]
 *     [-Dsocketscope.benchmark.plays=50] [-Dsocketscope.benchmark.pause=20]</pre>
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class CallTimesBenchmark {

  private static final int PLAYS = Integer.getInteger("socketscope.benchmark.plays", 50);
  private static final String LAUNCHER =
      System.getProperty("socketscope.launcher", "target/socketscope");

  /** How many milliseconds after a call C makes the next one. */
  private static final int PAUSE = Integer.getInteger("socketscope.benchmark.pause", 20);

  /** Of one call, in microseconds. */
  private record Times(String name, List<Double> own, List<Double> inC) {}

  @TempDir private Path folder;

  @Test
  void callsBesideC() throws Exception {
    Path program = folder.resolve("steps");
    run("gcc", "-O2", "-Wall", "-o", program.toString(), "src/bench/c/steps.c");
    for (String lesson : List.of("tcp", "udp")) {
      Map<Integer, Times> times = new TreeMap<>();
      for (int i = 0; i < PLAYS; i++) {
        play(lesson, times);
        playInC(program, lesson, times);
      }
      report(lesson, times);
    }
  }

  private void play(String lesson, Map<Integer, Times> times) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    run(LAUNCHER, "run", lesson, "--trace=" + trace);
    Map<Long, CallStarted> started = new HashMap<>();
    for (Event event : TraceReader.read(trace).events()) {
      switch (event) {
        case CallStarted call -> started.put(call.callId(), call);
        case CallBlocked blocked -> started.remove(blocked.callId());
        case CallReturned call when started.containsKey(call.callId()) -> {
          CallStarted start = started.get(call.callId());
          times
              .computeIfAbsent(
                  (int) call.callId(),
                  _ -> new Times(name(start), new ArrayList<>(), new ArrayList<>()))
              .own()
              .add((call.stamp().nanos() - start.stamp().nanos()) / 1e3);
        }
        default -> {}
      }
    }
    Files.delete(trace);
  }

  private static String name(CallStarted call) {
    return call.program() + ": " + call.call().function().cName();
  }

  private static void playInC(Path program, String lesson, Map<Integer, Times> times)
      throws Exception {
    for (String line : run(program.toString(), lesson, "" + PAUSE).lines().toList()) {
      String[] words = line.split(" ");
      Times known = times.get(Integer.parseInt(words[0]));
      if (known != null) {
        known.inC().add(Long.parseLong(words[2]) / 1e3);
      }
    }
  }

  private static void report(String lesson, Map<Integer, Times> times) {
    System.out.printf("%n| %s | Socketscope | C | ratio |%n|---|---|---|---|%n", lesson);
    for (Times call : times.values()) {
      double own = median(call.own());
      double inC = median(call.inC());
      System.out.printf(
          Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", call.name(), own, inC, own / inC);
    }
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return output;
  }
}
