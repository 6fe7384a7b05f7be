package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.event.Stamp;
import socketscope.kernel.ListedSocket;
import socketscope.kernel.NetworkFiles;
import socketscope.kernel.SocketList;
import socketscope.kernel.SocketLister;
import socketscope.kernel.SocketOwner;
import socketscope.kernel.SocketOwners;
import socketscope.kernel.UnsupportedKernelException;

/**
 * Finds out which programs of this machine take part that are not of the experiment, and publishes
 * what the kernel lists about their sockets. The processes of the machine are looked through only
 * for an address that nobody is known by yet, on a thread of its own.
 */
final class ForeignWatch implements AutoCloseable {

  private static final long GAP_MILLIS = 1;
  private static final long SEARCH_MILLIS = 50;
  private static final long PAUSE_MILLIS = 250;

  /** How long whoever is not found is searched for: what explains the contact may still come. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  /** How long the first packet of whoever spoke may take to be told of. */
  private static final long PACKET_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A program takes part from so long before its first packet or answer. */
  private static final long BEFORE_NANOS = 1000;

  /** Who is at the other end of a contact. */
  private record Found(ForeignPrograms.Foreign program, int descriptor) {}

  private final Contacts contacts = new Contacts();
  private final ForeignPrograms programs = new ForeignPrograms();
  private final ForeignSockets sockets;
  private final Map<Contact.Key, Long> searched = new HashMap<>();
  private final Map<Contact.Key, Found> found = new HashMap<>();
  private final Supplier<NetworkFiles> network;
  private final Consumer<Event> publish;
  private final BiFunction<Long, String, Stamp> stamps;
  private final Supplier<Set<Long>> ownProcesses;
  private final Pulse pulse = new Pulse("foreign-watch", GAP_MILLIS, this::look);
  private @Nullable SocketLister lister;
  private volatile boolean watching;

  /**
   * A watch over nothing yet.
   *
   * @param network gives the network that the programs run in
   * @param stamps gives the stamp of a moment in a program
   * @param ownProcesses gives the process identifiers of the experiment
   */
  ForeignWatch(
      Supplier<NetworkFiles> network,
      Consumer<Event> publish,
      BiFunction<Long, String, Stamp> stamps,
      Supplier<Set<Long>> ownProcesses) {
    this.network = network;
    this.publish = publish;
    this.stamps = stamps;
    this.ownProcesses = ownProcesses;
    this.sockets = new ForeignSockets(publish, stamps);
  }

  /** Takes in what happened, and looks soon where it matters. Returns at once. */
  void learn(Event event) {
    contacts.learn(event);
    if (event instanceof ProgramStarted || contacts.any() || watching) {
      pulse.soon();
    }
  }

  private synchronized long look() {
    return look(PATIENCE_NANOS);
  }

  /** Looks, and answers when to look again. */
  private long look(long patience) {
    if (lister == null) {
      // A first look takes long, since all of it is loaded; whoever comes may be gone by then.
      SocketOwners.among(Set.of(ProcessHandle.current().pid()), Set.of(list().seen()));
    }
    List<Contact> open = contacts.open();
    SocketList list = open.isEmpty() && !sockets.any() ? null : list();
    if (list != null) {
      settle(open, list, patience);
      sockets.look(list);
    }
    for (ForeignPrograms.Foreign ended : programs.ended()) {
      publish.accept(new ForeignProgramEnded(stamps.apply(System.nanoTime(), ended.name())));
    }
    watching = sockets.any();
    if (contacts.any()) {
      return SEARCH_MILLIS;
    }
    return watching || programs.any() ? PAUSE_MILLIS : Pulse.REST;
  }

  private SocketList list() {
    SocketList nothing = new SocketList(System.nanoTime(), List.of());
    try {
      if (lister == null) {
        lister = new SocketLister(network.get());
      }
      return lister.list().orElse(nothing);
    } catch (UnsupportedKernelException e) {
      return nothing;
    }
  }

  private void settle(List<Contact> open, SocketList list, long patience) {
    Map<Contact, Long> inodes = new HashMap<>();
    for (Contact contact : open) {
      if (!found.containsKey(contact.key())) {
        inodes.put(contact, inode(contact, list));
      }
    }
    Set<Long> wanted = new HashSet<>(inodes.values());
    wanted.remove(0L);
    Set<Long> processes = wanted.isEmpty() ? Set.of() : ownProcesses.get();
    Set<Long> ours = SocketOwners.among(processes, wanted).keySet();
    wanted.removeAll(ours);
    Map<Long, SocketOwner> owners = SocketOwners.find(wanted);
    for (Contact contact : open) {
      long inode = inodes.getOrDefault(contact, 0L);
      if (ours.contains(inode)) {
        contacts.drop(contact);
      } else {
        meet(contact, owners.get(inode), ForeignSockets.held(contact, list));
        publish(contact, inode != 0, patience);
      }
    }
    Set<Contact.Key> left = new HashSet<>();
    contacts.open().forEach(contact -> left.add(contact.key()));
    searched.keySet().retainAll(left);
    found.keySet().retainAll(left);
  }

  private void meet(Contact contact, @Nullable SocketOwner owner, boolean held) {
    ForeignPrograms.Foreign program = owner == null ? null : programs.of(owner);
    if (program != null) {
      found.put(contact.key(), new Found(program, held ? owner.descriptor() : -1));
    }
  }

  /** The inode of the socket at the other end, or of the listener that it waits at; 0 for none. */
  private static long inode(Contact contact, SocketList list) {
    ListedSocket socket = ForeignSockets.find(contact, list);
    if (socket != null && socket.inode() != 0) {
      return socket.inode();
    }
    ListedSocket listener = contact.opened() ? null : ForeignSockets.listener(contact, list);
    return listener == null ? 0 : listener.inode();
  }

  private void publish(Contact contact, boolean listed, long patience) {
    long now = System.nanoTime();
    long since = now - searched.computeIfAbsent(contact.key(), _ -> now);
    Found known = found.get(contact.key());
    if (known != null) {
      if (!contacts.incomplete(contact) || since >= Math.min(patience, PACKET_NANOS)) {
        met(contact, known.program, known.descriptor);
      }
    } else if (since >= patience) {
      // Somebody whose process cannot be told: it has ended, or is another user's.
      if (listed || contact.spoke() && !contacts.explained(contact)) {
        met(contact, programs.at(contact.other().toString()), -1);
      } else {
        contacts.drop(contact);
      }
    }
  }

  private void met(Contact contact, ForeignPrograms.Foreign program, int descriptor) {
    contacts.settle(contact);
    SocketId socket = program.newSocket();
    publish.accept(
        new ForeignSocketSeen(
            stamps.apply(contact.since() - BEFORE_NANOS, program.name()),
            socket,
            Role.of(contact.program()) == Role.CLIENT ? Role.SERVER : Role.CLIENT,
            program.pid(),
            program.command(),
            descriptor,
            contact.stream() ? "SOCK_STREAM" : "SOCK_DGRAM",
            contact.other(),
            contact.own(),
            contact.opened()));
    sockets.add(socket, contact);
  }

  /** Looks for the last time, and ends. */
  @Override
  public void close() {
    pulse.close();
    finish();
  }

  private synchronized void finish() {
    look(0);
    if (lister != null) {
      lister.close();
    }
  }
}
