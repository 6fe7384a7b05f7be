package socketscope.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.kernel.ConnectionProbe;
import socketscope.kernel.NetworkFiles;
import socketscope.trace.Trace;

/**
 * How much of a processor it takes to watch the kernel while nobody presses anything; no test,
 * since a machine that does other things would fail it. See docs/performance.md.
 */
class IdleBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(30);

  private final Trace trace = new Trace();

  @Test
  void watchingCosts() throws Exception {
    for (boolean watching : List.of(false, true)) {
      try (Experiment experiment = new Experiment("idle")) {
        experiment.bus().subscribe("trace", trace::add);
        if (watching) {
          connections(experiment);
          experiment.keepObserving();
        } else {
          experiment.start("client");
          experiment.start("server");
        }
        measure(experiment, watching ? "watched" : "no socket, not watched");
      }
    }
  }

  /** Two connections, one more that waits, one in TIME_WAIT: seven sockets. */
  private static void connections(Experiment experiment) throws Exception {
    experiment.start("client");
    experiment.start("server");
    String l = socket(experiment, "server");
    call(experiment, "server", Function.BIND, l, "127.0.0.1:0");
    call(experiment, "server", Function.LISTEN, l, "5");
    String address = call(experiment, "server", Function.GETSOCKNAME, l).address().toString();
    for (int i = 0; i < 4; i++) {
      String s = socket(experiment, "client");
      call(experiment, "client", Function.CONNECT, s, address);
      if (i > 0) {
        String c = "" + call(experiment, "server", Function.ACCEPT, l).value();
        if (i == 1) {
          call(experiment, "client", Function.CLOSE, s);
          call(experiment, "server", Function.CLOSE, c);
        }
      }
    }
  }

  private static String socket(Experiment experiment, String program) throws Exception {
    return "" + call(experiment, program, Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
  }

  private static Result call(
      Experiment experiment, String program, Function function, String... arguments)
      throws Exception {
    return experiment
        .call(program, Call.parse(function, List.of(arguments)))
        .returned()
        .get(60, TimeUnit.SECONDS)
        .result();
  }

  private void measure(Experiment experiment, String what) throws InterruptedException {
    last(WARM_UP);
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    processes.put("application", ProcessHandle.current());
    for (Event event : trace.events()) {
      if (event instanceof ProgramStarted started) {
        ProcessHandle.of(started.pid())
            .filter(ProcessHandle::isAlive)
            .ifPresent(process -> processes.put(started.program(), process));
      }
    }
    Map<String, Duration> before = used(processes);
    int events = trace.events().size();
    last(MEASURED);
    Map<String, Duration> after = used(processes);
    after.forEach((name, time) ->
        System.out.printf(
            "%s, %s: %.2f %% of a processor%n",
            what, name, 100.0 * time.minus(before.get(name)).toNanos() / MEASURED.toNanos()));
    System.out.println("events meanwhile: " + (trace.events().size() - events));
    experiment.observe();
  }

  /** What is measured is time that passes: there is no condition to wait for. */
  private static void last(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  private static Map<String, Duration> used(Map<String, ProcessHandle> processes) {
    Map<String, Duration> used = new LinkedHashMap<>();
    processes.forEach(
        (name, process) -> used.put(name, process.info().totalCpuDuration().orElseThrow()));
    return used;
  }

  @Test
  void oneListTakes() throws Exception {
    try (ConnectionProbe probe = new ConnectionProbe(NetworkFiles.OWN)) {
      long[] times = new long[3000];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        probe.list();
        times[i] = System.nanoTime() - start;
      }
      java.util.Arrays.sort(times, 1000, 3000);
      System.out.println("one list of all connections: " + times[2000] / 1000 + " µs");
    }
  }
}
