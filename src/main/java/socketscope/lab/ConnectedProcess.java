package socketscope.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import socketscope.failure.Failures;

/**
 * A process that is no child of this one's and speaks to it over a socket: one that a program has
 * made by fork(), or that the shell of a namespace has started. Its parent alone can wait for it
 * and tell how it ended.
 */
final class ConnectedProcess extends Process {

  private static final int SIGNAL_BASE = 128;

  /** What the kernel sends a process of ours when its parent ends. */
  private static final int SIGKILL = 9;

  private final long pid;
  private final ProgramChannel channel;

  /** As {@link Process#exitValue} has it. */
  private final CompletableFuture<Integer> status = new CompletableFuture<>();

  ConnectedProcess(long pid, ProgramChannel channel) {
    this.pid = pid;
    this.channel = channel;
  }

  /** The parent has told how it ended, as {@link Process#exitValue} has it. */
  void ended(int value) {
    if (status.complete(value)) {
      try {
        channel.close();
      } catch (IOException e) {
        Failures.report(new UncheckedIOException(e));
      }
    }
  }

  /** The parent has told how it ended: by itself, or by a signal other than 0. */
  void ended(int exitStatus, int signal) {
    ended(signal == 0 ? exitStatus : SIGNAL_BASE + signal);
  }

  /**
   * Nobody is left who could tell how it ends. Linux ends it (prctl), but not every system does.
   */
  void orphaned() {
    destroyForcibly();
    var _ =
        ProcessHandle.of(pid)
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(null))
            .thenRun(() -> ended(0, SIGKILL));
  }

  @Override
  public OutputStream getOutputStream() {
    return channel.output();
  }

  @Override
  public InputStream getInputStream() {
    return channel.input();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public long pid() {
    return pid;
  }

  /** Those of a process that has ended are none. */
  @Override
  public Stream<ProcessHandle> descendants() {
    return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
  }

  @Override
  public boolean isAlive() {
    return !status.isDone();
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return status.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      status.get(timeout, unit);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public int exitValue() {
    Integer value = status.getNow(null);
    if (value == null) {
      throw new IllegalThreadStateException("process hasn't exited");
    }
    return value;
  }

  @Override
  public void destroy() {
    destroyForcibly();
  }

  @Override
  public Process destroyForcibly() {
    if (isAlive()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    return this;
  }
}
