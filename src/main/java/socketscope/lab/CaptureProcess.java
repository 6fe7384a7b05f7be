package socketscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.Stamp;
import socketscope.failure.Failures;
import socketscope.json.EventJson;
import socketscope.json.FailureReport;
import socketscope.json.JsonFormatException;

/**
 * The process that captures packets, as the lab holds it: the experiment's events go in, packets
 * come out. Whatever becomes of it, nobody waits for it longer than a moment.
 */
final class CaptureProcess {

  static final String MAIN = "socketscope.capture.CaptureMain";

  /** What it is called where it is told that it failed. */
  static final String NAME = "capture";

  private static final long GRACE_SECONDS = 2;
  private static final int SIGNAL_BASE = 128;

  private final Process process;
  private final Consumer<Event> reported;
  private final Function<String, Stamp> stamps;
  private final Thread reader;
  private final LinePipe news;
  private volatile List<ProcessHandle> below = List.of();
  private volatile boolean started;
  private volatile boolean ended;

  /**
   * Starts the process.
   *
   * @param network whose packets it captures
   * @param reported takes each event, on a thread of this process's own; the first one is always a
   *     {@link CaptureStarted}
   * @param stamps gives the time for what the process itself cannot say
   * @throws IOException where it cannot be started
   */
  CaptureProcess(Network network, Consumer<Event> reported, Function<String, Stamp> stamps)
      throws IOException {
    this.reported = reported;
    this.stamps = stamps;
    process = network.start(MAIN, null, List.of());
    reader = Thread.ofPlatform().daemon().name("from-capture").start(this::read);
    news = new LinePipe(process, "to-capture");
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        readEvent(line);
      }
    } catch (IOException e) {
      // The pipe broke; the process's end, awaited next, says the rest.
    }
    try {
      ended(process.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readEvent(String line) {
    try {
      Event event = EventJson.read(line);
      // One event that somebody cannot take must not stop those that follow.
      if (EventOrigin.capture(event)) {
        Failures.attempt(() -> take(event));
      }
    } catch (JsonFormatException e) {
      // Else a line in which it was killed.
      FailureReport.parse(line)
          .ifPresent(report -> Failures.report(new ProcessFailure(NAME, report)));
    }
  }

  private void take(Event event) {
    if (event instanceof CaptureStarted start) {
      started = true;
      ended = start.method() == CaptureMethod.NONE;
      below = process.descendants().toList();
    }
    ended |= event instanceof CaptureEnded;
    reported.accept(event);
  }

  private void ended(int status) {
    below.forEach(ProcessHandle::destroyForcibly);
    boolean killed = status > SIGNAL_BASE;
    int number = killed ? status - SIGNAL_BASE : status;
    String how = killed ? "signal" : "exit";
    if (!started) {
      take(
          new CaptureStarted(
              stamps.apply(""), CaptureMethod.NONE, "process=" + how + ":" + number));
    } else if (!ended) {
      take(new CaptureEnded(stamps.apply(""), how + "=" + number));
    }
  }

  /** Tells it what happened; without effect where it has ended. */
  void tell(Event event) {
    if (!ended) {
      news.send(EventJson.write(event));
    }
  }

  /** Lets it take what is still to come, and waits for its end, for a moment. */
  void finish() {
    news.end();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
