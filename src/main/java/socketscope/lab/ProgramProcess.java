package socketscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.json.EventJson;
import socketscope.json.JsonFormatException;
import socketscope.json.Request;
import socketscope.kernel.StoppedProcess;

/** A program's process, as the lab holds it: requests go in, events come out. */
final class ProgramProcess {

  static final String MAIN = "socketscope.program.ProgramMain";
  private static final long GRACE_SECONDS = 2;
  private static final int SIGNAL_BASE = 128;

  private final String name;
  private final Process process;
  private final Writer requests;
  private final Thread reader;
  private volatile boolean endExpected;

  /**
   * Starts the process.
   *
   * @param folder its current directory; null for that of this application
   * @param reported takes each event, on a thread of this process's own
   * @param ended is told when the process has ended and all its events were taken
   * @throws ProgramStartException where there is no such process now
   */
  ProgramProcess(
      String name, @Nullable Path folder, Consumer<Event> reported, Consumer<ProgramProcess> ended)
      throws ProgramStartException {
    this.name = name;
    try {
      process =
          new ProcessBuilder(ProgramCommand.of(MAIN, name))
              .directory(folder == null ? null : folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new ProgramStartException(name, e);
    }
    requests = process.outputWriter(StandardCharsets.UTF_8);
    reader =
        Thread.ofPlatform().daemon().name("from-" + name).unstarted(() -> read(reported, ended));
  }

  void beginReading() {
    reader.start();
  }

  private void read(Consumer<Event> reported, Consumer<ProgramProcess> ended) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        readEvent(line, reported);
      }
    } catch (IOException e) {
      // The pipe broke; the process's end, awaited below, says the rest.
    }
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.accept(this);
  }

  private static void readEvent(String line, Consumer<Event> reported) {
    try {
      reported.accept(EventJson.read(line));
    } catch (JsonFormatException e) {
      // A user's write() to descriptor 1 goes into this pipe. It is no event.
    }
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a request; one that the process no longer takes is lost, as its end will say. */
  synchronized void send(Request request) {
    try {
      requests.write(request.toJson());
      requests.write('\n');
      requests.flush();
    } catch (IOException e) {
      // The process is gone or going; its end is reported by the reader.
    }
  }

  /** Has it ask the kernel about its sockets. */
  void observe() {
    send(new Request.Observe());
  }

  /** Whether it takes nothing in: what it is sent again and again fills the pipe to it up. */
  boolean isStopped() {
    return StoppedProcess.is(process.pid());
  }

  boolean endExpected() {
    return endExpected;
  }

  /** The signal that ended it, or 0. */
  int signal() {
    int status = process.exitValue();
    return status > SIGNAL_BASE ? status - SIGNAL_BASE : 0;
  }

  int exitStatus() {
    int status = process.exitValue();
    return status > SIGNAL_BASE ? 0 : status;
  }

  /** Ends the program's input; it finishes what it was asked and ends. */
  void finish() {
    endExpected = true;
    try {
      synchronized (this) {
        requests.close();
      }
    } catch (IOException e) {
      // It is gone already.
    }
  }

  /** Waits until the process has ended and all its events were taken. */
  void awaitEnd() {
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  void kill() {
    endExpected = true;
    process.destroyForcibly();
  }
}
