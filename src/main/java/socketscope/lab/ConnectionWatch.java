package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.Stamp;
import socketscope.kernel.ConnectionList;
import socketscope.kernel.ConnectionProbe;
import socketscope.kernel.KernelConnection;
import socketscope.kernel.NetworkFiles;
import socketscope.kernel.UnsupportedKernelException;

/**
 * Watches the experiment's connections that no program holds a descriptor of, and publishes what
 * has changed: soon after something happened, and a few times a second while there is one.
 */
final class ConnectionWatch implements AutoCloseable {

  private static final long GAP_MILLIS = 2;
  private static final long PAUSE_MILLIS = 250;

  /** While there is none: one may come from a program that is not of the experiment. */
  private static final long LONG_PAUSE_MILLIS = 1000;

  /** A timer that ends so much later than it was to end has been started again. */
  private static final long RESTART_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private record Key(SocketAddress local, SocketAddress peer) {}

  private final OwnConnections own = new OwnConnections();
  private final Map<Key, KernelConnection> kept = new HashMap<>();
  private final Supplier<NetworkFiles> network;
  private final Consumer<Event> publish;
  private final LongFunction<Stamp> stamps;
  private final Pulse pulse = new Pulse("connection-watch", GAP_MILLIS, this::look);
  private @Nullable ConnectionProbe probe;

  /** Whether something was told of that has to be told to be gone, whoever closes the rest. */
  private volatile boolean keeps;

  /**
   * A watch over nothing yet.
   *
   * @param network gives the network that the programs run in
   * @param stamps gives the stamp of a moment
   */
  ConnectionWatch(
      Supplier<NetworkFiles> network, Consumer<Event> publish, LongFunction<Stamp> stamps) {
    this.network = network;
    this.publish = publish;
    this.stamps = stamps;
  }

  /** Takes in what happened, and looks soon. Returns at once. */
  void learn(Event event) {
    own.learn(event);
    soon();
  }

  /** Looks soon. Returns at once. */
  void soon() {
    if (own.any() || keeps) {
      pulse.soon();
    }
  }

  /** Looks, and answers when to look again. */
  private synchronized long look() {
    Optional<ConnectionList> all = own.any() || keeps ? list() : Optional.empty();
    if (all.isEmpty()) {
      return Pulse.REST;
    }
    List<KernelConnection> now = own.kept(all.get());
    now.forEach(this::see);
    forgetAllBut(now, all.get().seen());
    keeps = !kept.isEmpty();
    return kept.isEmpty() ? LONG_PAUSE_MILLIS : PAUSE_MILLIS;
  }

  /** The first time, this loads what native calls need: not when the experiment is made. */
  private Optional<ConnectionList> list() {
    try {
      if (probe == null) {
        probe = new ConnectionProbe(network.get());
      }
      return probe.list();
    } catch (UnsupportedKernelException e) {
      return Optional.empty();
    }
  }

  private void see(KernelConnection now) {
    KernelConnection before = kept.put(key(now), now);
    if (before == null || changed(before, now)) {
      publish.accept(
          new ConnectionObserved(
              stamps.apply(now.seen()),
              now.local(),
              now.peer(),
              now.state(),
              now.timer(),
              now.timerMillis(),
              now.retransmissions(),
              now.receiveQueue(),
              now.sendQueue()));
    }
  }

  private static boolean changed(KernelConnection before, KernelConnection now) {
    return before.state() != now.state()
        || before.timer() != now.timer()
        || before.retransmissions() != now.retransmissions()
        || before.receiveQueue() != now.receiveQueue()
        || before.sendQueue() != now.sendQueue()
        || restarted(before, now);
  }

  private static boolean restarted(KernelConnection before, KernelConnection now) {
    return now.timer() != Timer.NONE && end(now) - end(before) > RESTART_NANOS;
  }

  private static long end(KernelConnection connection) {
    return connection.seen() + TimeUnit.MILLISECONDS.toNanos(connection.timerMillis());
  }

  private void forgetAllBut(List<KernelConnection> now, long seen) {
    Set<Key> missing = new HashSet<>(kept.keySet());
    now.forEach(connection -> missing.remove(key(connection)));
    for (Key key : missing) {
      kept.remove(key);
      publish.accept(new ConnectionForgotten(stamps.apply(seen), key.local, key.peer));
    }
  }

  private static Key key(KernelConnection connection) {
    return new Key(connection.local(), connection.peer());
  }

  /** Looks for the last time, and ends. */
  @Override
  public void close() {
    pulse.close();
    finish();
  }

  private synchronized void finish() {
    look();
    if (probe != null) {
      probe.close();
    }
  }
}
