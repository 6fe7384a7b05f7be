package socketscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.SocketId;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.kernel.ListedSocket;
import socketscope.kernel.SocketList;

/** The sockets of foreign programs, and what the kernel listed about them last. */
final class ForeignSockets {

  private record View(@Nullable TcpState state, long receiveQueue, long sendQueue, boolean held) {}

  private static final class Watched {
    private final SocketId socket;
    private final Contact contact;
    private @Nullable View last;

    private Watched(SocketId socket, Contact contact) {
      this.socket = socket;
      this.contact = contact;
    }
  }

  private final List<Watched> all = new ArrayList<>();
  private final Consumer<Event> publish;
  private final BiFunction<Long, String, Stamp> stamps;

  ForeignSockets(Consumer<Event> publish, BiFunction<Long, String, Stamp> stamps) {
    this.publish = publish;
    this.stamps = stamps;
  }

  void add(SocketId socket, Contact contact) {
    all.add(new Watched(socket, contact));
  }

  boolean any() {
    return !all.isEmpty();
  }

  /** Publishes what has changed. */
  void look(SocketList list) {
    all.removeIf(watched -> !lives(watched, list));
  }

  /** False where there is nothing more to be seen of it. */
  private boolean lives(Watched watched, SocketList list) {
    ListedSocket listed = find(watched.contact, list);
    View last = watched.last;
    boolean wasHeld = last != null && last.held;
    View now = listed == null ? gone(watched.contact, last) : view(listed);
    if (!now.equals(last)) {
      watched.last = now;
      publish.accept(
          new ForeignSocketObserved(
              stamps.apply(listed == null ? list.seen() : listed.seen(), watched.socket.program()),
              watched.socket,
              now.state,
              now.receiveQueue,
              now.sendQueue,
              now.held));
    }
    return listed != null && (now.held || !wasHeld && waits(listed));
  }

  private static View gone(Contact contact, @Nullable View last) {
    boolean stream = contact.stream() || last != null && last.state != null;
    return new View(stream ? TcpState.CLOSED : null, 0, 0, false);
  }

  private static View view(ListedSocket listed) {
    // The kernel counts the peer's FIN, which nobody can read.
    long unread = listed.receiveQueue() - (listed.state() == TcpState.CLOSE_WAIT ? 1 : 0);
    return new View(listed.state(), Math.max(0, unread), listed.sendQueue(), listed.inode() != 0);
  }

  /** Whether it may wait for accept(). */
  private static boolean waits(ListedSocket listed) {
    return listed.state() == TcpState.ESTABLISHED || listed.state() == TcpState.CLOSE_WAIT;
  }

  /** The socket at the other end of a contact; null where none is listed. */
  static @Nullable ListedSocket find(Contact contact, SocketList list) {
    ListedSocket found = null;
    for (ListedSocket socket : list.sockets()) {
      if (socket.stream() == contact.stream() && isAt(socket, contact)) {
        boolean exactly = socket.local().unmapped().equals(contact.other());
        found = found == null || exactly ? socket : found;
      }
    }
    return found;
  }

  /** Whether somebody holds a descriptor of the socket at the other end of a contact. */
  static boolean held(Contact contact, SocketList list) {
    ListedSocket socket = find(contact, list);
    return socket != null && socket.inode() != 0;
  }

  private static boolean isAt(ListedSocket socket, Contact contact) {
    return contact.stream()
        ? socket.local().unmapped().equals(contact.other())
            && socket.peer().unmapped().equals(contact.own())
        : socket.local().covers(contact.other());
  }

  /** The listener at whose address a contact's connection is; null where there is none. */
  static @Nullable ListedSocket listener(Contact contact, SocketList list) {
    return list.sockets().stream()
        .filter(socket -> contact.stream() && socket.state() == TcpState.LISTEN)
        .filter(socket -> socket.local().covers(contact.other()))
        .findFirst()
        .orElse(null);
  }
}
