package socketscope.ui.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import socketscope.capture.CaptureFile;
import socketscope.failure.Failures;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;
import socketscope.trace.TraceReader.TraceFile;

/** A trace that is being read, and folded, by a thread of its own. */
public final class TraceLoading {

  /** What loading ends with: the folded events, or the reason why there is none. */
  record Ended(@Nullable FoldedEvents folded, boolean cutShort, @Nullable Throwable fault) {}

  /** Reading takes about as long as folding. */
  private static final double READING = 0.5;

  /** By how much more must be done for it to be told. */
  private static final double TOLD = 0.01;

  private final Path file;
  private final Executor window;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private volatile boolean cancelled;
  private volatile boolean captured;
  private double told;

  /**
   * Nothing is read yet.
   *
   * @param window runs a task on the JavaFX thread
   */
  TraceLoading(Path file, Executor window) {
    this.file = file;
    this.window = window;
  }

  /** The file's name. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** Whether it holds captured packets, not a trace; known when it has been read. */
  boolean captured() {
    return captured;
  }

  /** How much is done, from 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Reads the file at once, on this thread. */
  Ended read() {
    try (InputStream bytes = new Counted(Files.newInputStream(file), Files.size(file))) {
      captured = CaptureFile.isOne(file);
      TraceFile trace =
          captured
              ? new TraceFile(CaptureFile.read(bytes, name()), false)
              : TraceReader.read(bytes);
      FoldedEvents folded =
          FoldedEvents.of(trace.events(), part -> goOn(READING + part * (1 - READING)));
      return new Ended(folded, trace.cutShort(), null);
    } catch (IOException | TraceFormatException e) {
      return new Ended(null, false, e);
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      return new Ended(null, false, e);
    }
  }

  /** Reads the file on another thread; what becomes of it is told on the JavaFX thread. */
  void start(Consumer<Ended> whenDone) {
    Thread.ofPlatform()
        .daemon()
        .name("opening")
        .start(() -> {
          Ended ended = read();
          window.execute(() -> {
            if (!cancelled) {
              whenDone.accept(ended);
            }
          });
        });
  }

  /** Stops reading: nothing comes of it. */
  void cancel() {
    cancelled = true;
  }

  private boolean goOn(double done) {
    if (done - told >= TOLD) {
      told = done;
      window.execute(() -> progress.set(done));
    }
    return !cancelled;
  }

  /** Tells how much was read, and ends where nobody waits for the rest. */
  private final class Counted extends FilterInputStream {

    private final long size;
    private long count;

    Counted(InputStream in, long size) {
      super(in);
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      return counted(read, read);
    }

    private int counted(int read, int bytes) throws IOException {
      count += Math.max(0, bytes);
      if (!goOn(READING * Math.min(1, (double) count / Math.max(1, size)))) {
        throw new InterruptedIOException();
      }
      return read;
    }
  }
}
