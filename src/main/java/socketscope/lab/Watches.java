package socketscope.lab;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import socketscope.bus.EventBus;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.Stamp;
import socketscope.failure.Failures;
import socketscope.kernel.NetworkFiles;

/**
 * Who looks at an experiment from outside its programs: the capture, the kernel's list of
 * connections, foreign programs. What they see is published.
 */
final class Watches {

  private final EventBus bus;
  private final SocketPolling observation;
  private final PacketWatch packets;
  private final ConnectionWatch connections;
  private final ForeignWatch foreign;

  /**
   * Nobody looks yet.
   *
   * @param stamps for what happened then, in a program or in none
   * @param files where the kernel tells of the network
   * @param processes the numbers of the experiment's own
   * @param observation is asked for soon where a packet was seen
   */
  Watches(
      EventBus bus,
      BiFunction<Long, String, Stamp> stamps,
      Supplier<NetworkFiles> files,
      Supplier<Set<Long>> processes,
      SocketPolling observation) {
    this.bus = bus;
    this.observation = observation;
    this.packets =
        new PacketWatch(this::captured, program -> stamps.apply(System.nanoTime(), program));
    this.connections =
        new ConnectionWatch(files, this::connected, nanos -> stamps.apply(nanos, ""));
    this.foreign = new ForeignWatch(files, bus::publish, stamps, processes);
  }

  void start(Capturing capturing, Network network) {
    packets.start(capturing, network);
  }

  /** Does something once no packet that follows it will be missed. */
  void whenReady(Runnable call) {
    packets.whenReady(call);
  }

  private void connected(Event event) {
    bus.publish(event);
    foreign.learn(event);
  }

  private void captured(Event event) {
    bus.publish(event);
    if (event instanceof PacketSeen) {
      observation.soon();
      connections.soon();
    }
    foreign.learn(event);
  }

  /** Tells all of them. Where one fails, the others go on, and so does the call. */
  void tell(Event event) {
    Failures.attempt(() -> packets.tell(event));
    Failures.attempt(() -> connections.learn(event));
    Failures.attempt(() -> foreign.learn(event));
  }

  /** What is to be done before the programs end. */
  List<Runnable> first() {
    return List.of(connections::close);
  }

  /** What is to be done after they have ended: the last packets are awaited. */
  List<Runnable> last() {
    return List.of(packets::finish, foreign::close);
  }
}
