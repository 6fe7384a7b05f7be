package socketscope.capture;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import socketscope.event.Errno;
import socketscope.event.Result;
import socketscope.syscall.PacketCalls;
import socketscope.syscall.local.LocalSystem;

/** The thread that reads one packet socket. It sleeps in the kernel until a packet comes. */
final class PacketReader {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final LocalSystem system;
  private final PacketCalls calls;
  private final int descriptor;
  private final PacketSource.Taker taker;
  private final int wholeLength;
  private final int atOnce;
  private final Thread thread;
  private volatile long self;
  private volatile boolean awake;
  private volatile BooleanSupplier settled = () -> false;
  private volatile long deadline;
  private volatile boolean ending;

  PacketReader(LocalSystem system, PacketCalls calls, int descriptor, PacketSource.Taker taker) {
    this.system = system;
    this.calls = calls;
    this.descriptor = descriptor;
    this.taker = taker;
    wholeLength = system.tables().constants().asInt("MSG_TRUNC").orElseThrow();
    atOnce = system.tables().constants().asInt("MSG_DONTWAIT").orElseThrow();
    thread = Thread.ofPlatform().daemon().name("packets-" + descriptor).start(this::run);
  }

  private void run() {
    try {
      read();
    } finally {
      awake = true;
    }
  }

  private void read() {
    self = system.threads().self();
    while (!(ending && (System.nanoTime() > deadline))) {
      boolean last = ending;
      PacketCalls.Message message = calls.recvmsg(descriptor, wholeLength | (last ? atOnce : 0));
      Result result = message.result();
      Errno errno = result.errno();
      if (errno == null) {
        taker.packet(message.nanos(), (int) result.value(), Objects.requireNonNull(result.data()));
      } else if (last && errno.name().equals("EAGAIN")) {
        // All that has come was taken; what is to come decides.
        if (settled.getAsBoolean()) {
          break;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      } else if (!errno.name().equals("EINTR")) {
        taker.broken("failed=" + errno.name());
        break;
      }
      awake |= last;
    }
  }

  /** Has the thread read what there is and will be until all is settled. */
  void finish(BooleanSupplier whenSettled, long until) {
    settled = whenSettled;
    deadline = until;
    ending = true;
  }

  /** Wakes the thread where it sleeps, and waits for its end. */
  void join() throws InterruptedException {
    while (!awake) {
      // The signal is lost where the thread is on its way to sleep.
      if (self != 0) {
        system.threads().interrupt(self);
      }
      thread.join(1);
    }
    thread.join();
  }
}
