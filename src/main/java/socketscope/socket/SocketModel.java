package socketscope.socket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEvent;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.LessonEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.fold.PersistentMap;

/**
 * Folds events to what they say of calls, descriptors, sockets and connections. What it gives out
 * never changes; the model itself does with each event, and a copy goes on apart.
 */
public final class SocketModel {

  private PersistentMap<Long, MadeCall> unreturned;
  private @Nullable MadeCall lastCall;
  private KeptConnections kept;
  private final Sockets sockets;
  private final Descriptors descriptors;
  private final CallEffects effects;
  private final SentRights rights;
  private final KernelReports reports;

  /** Nothing has happened. */
  public SocketModel() {
    this(new Sockets(), null);
  }

  private SocketModel(Sockets sockets, @Nullable SocketModel before) {
    Attempts attempts = new Attempts(sockets);
    this.sockets = sockets;
    this.descriptors =
        before == null
            ? new Descriptors(sockets, attempts)
            : before.descriptors.of(sockets, attempts);
    this.rights = before == null ? new SentRights() : before.rights.copy();
    this.effects = new CallEffects(sockets, descriptors, attempts, rights);
    this.reports = new KernelReports(sockets, attempts);
    this.unreturned = before == null ? PersistentMap.empty() : before.unreturned;
    this.kept = before == null ? KeptConnections.NONE : before.kept;
    this.lastCall = before == null ? null : before.lastCall;
  }

  /** The same, to be gone on with apart. It costs nothing, however much has happened. */
  public SocketModel copy() {
    return new SocketModel(sockets.copy(), this);
  }

  /** The model of some events in the order of their time. */
  public static SocketModel of(List<? extends Event> events) {
    SocketModel model = new SocketModel();
    events.forEach(model::add);
    return model;
  }

  /**
   * Adds the next event in the order of time.
   *
   * @return for an event of a call, the call with all that is known of it; null for other events,
   *     and where nobody saw the call begin
   */
  public @Nullable MadeCall add(Event event) {
    sockets.nextEvent();
    lastCall = happened(event);
    if (event instanceof CallReturned || event instanceof ProgramEnded) {
      rights.settle(this, event).forEach(socket -> descriptors.lost(socket, event));
    }
    return lastCall;
  }

  /** The call that the last event was of; as {@link #add} gave it. */
  public @Nullable MadeCall lastCall() {
    return lastCall;
  }

  private @Nullable MadeCall happened(Event event) {
    switch (event) {
      case CallEvent call -> {
        return happened(call);
      }
      case ProgramStarted started -> {
        ended(started.program(), started);
        sockets.forgetIdentitiesOf(started.program());
        if (started.parent() != null) {
          descriptors.forked(started.program(), started.parent().program());
        }
      }
      case ProgramEnded ended -> ended(ended.program(), ended);
      case SocketObserved seen -> {
        sockets.known(seen.socket(), seen.stamp().nanos());
        recognized(seen.program(), seen.descriptor(), seen.socket());
        reports.observed(seen);
      }
      case ConnectionObserved seen -> kept = kept.with(seen);
      case ConnectionForgotten gone -> kept = kept.without(gone.local(), gone.peer());
      case ForeignEvent known -> reports.foreign(known);
      case ExperimentStarted _, ProgramEvent _, CaptureEvent _, LessonEvent _, NoteWritten _ -> {}
      case SynSaved saved -> reports.synSaved(saved);
      case PacketInferred _ -> {}
    }
    return null;
  }

  private @Nullable MadeCall happened(CallEvent event) {
    MadeCall before = unreturned.get(event.callId());
    return switch (event) {
      case CallQueued queued -> waiting(MadeCall.queued(queued, numberOf(queued)));
      case CallStarted started -> {
        int number = numberOf(started);
        started
            .call()
            .descriptor()
            .ifPresent(at -> recognized(started.program(), at, started.socket()));
        yield waiting(effects.started(MadeCall.started(before, started, number)));
      }
      case CallBlocked blocked -> before == null ? null : waiting(before.asleep(blocked));
      case CallReturned returned -> {
        if (before == null || before.started() == null) {
          yield null;
        }
        if (returned.created() != null && returned.result().address() != null) {
          kept = kept.accepted(returned.result().address());
        }
        unreturned = unreturned.without(before.id());
        MadeCall made = before.over(returned);
        effects.returned(made, returned);
        yield made;
      }
    };
  }

  /** Whether a connection without a descriptor waits for accept(), rather than for its end. */
  public static boolean awaitsAccept(TcpState state) {
    return switch (state) {
      case SYN_RECV, ESTABLISHED, CLOSE_WAIT -> true;
      case LISTEN, SYN_SENT, FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, TIME_WAIT, CLOSED -> false;
    };
  }

  private void recognized(String program, int descriptor, @Nullable SocketId id) {
    SocketRecord socket = sockets.of(id);
    if (socket != null) {
      descriptors.recognized(program, descriptor, socket.number());
    }
  }

  private MadeCall waiting(MadeCall call) {
    unreturned = unreturned.with(call.id(), call);
    return call;
  }

  private int numberOf(CallQueued event) {
    return sockets.known(event.socket(), event.stamp().nanos()).number();
  }

  /** A socket that nobody saw made begins with the first call on it. */
  private int numberOf(CallStarted event) {
    return event.socket() == null
        ? MadeCall.NONE
        : sockets.known(event.socket(), event.stamp().nanos()).number();
  }

  /** The kernel closes what a process leaves; its calls return to nobody. */
  private void ended(String program, Event event) {
    for (MadeCall call : unreturned.values()) {
      if (call.program().equals(program)) {
        unreturned = unreturned.without(call.id());
      }
    }
    descriptors.ended(program, event);
  }

  /** The call that has not returned, by the number of its events; empty once it has. */
  public Optional<MadeCall> unreturned(long callId) {
    return Optional.ofNullable(unreturned.get(callId));
  }

  /** The calls that have not returned, those that wait for others included, as they began. */
  public List<MadeCall> unreturned() {
    return unreturned.values().stream()
        .sorted(Comparator.comparingLong(MadeCall::since).thenComparingLong(MadeCall::id))
        .toList();
  }

  /** The calls that are in the kernel now, on that socket. */
  public List<MadeCall> underWay(SocketRecord socket) {
    return underWay().filter(call -> call.socketNumber() == socket.number()).toList();
  }

  /** The call that a thread of a program is in now. */
  public Optional<MadeCall> underWay(String program, long thread) {
    return underWay()
        .filter(call -> call.program().equals(program) && call.thread() == thread)
        .findFirst();
  }

  private Stream<MadeCall> underWay() {
    return unreturned().stream().filter(MadeCall::underWay);
  }

  /** The descriptors of the process that a program is now. */
  public DescriptorTable descriptors(String program) {
    return descriptors.of(program);
  }

  /** The socket that has that identity now; one of a process before has it no more. */
  public Optional<SocketRecord> socket(@Nullable SocketId id) {
    return Optional.ofNullable(sockets.of(id));
  }

  /** The socket of that number. */
  public Optional<SocketRecord> socket(int number) {
    return Optional.ofNullable(sockets.at(number));
  }

  /** The socket that a call is made on, as it is now. */
  public Optional<SocketRecord> socket(MadeCall call) {
    return socket(call.socketNumber());
  }

  /** The socket that a number stands for in a program. */
  public Optional<SocketRecord> socket(String program, int descriptor) {
    return descriptors(program).at(descriptor).flatMap(entry -> socket(entry.socketNumber()));
  }

  /**
   * The programs that have a descriptor of a socket: mostly one, but after fork() several. The one
   * that made or accepted it comes first, as long as it has one.
   */
  public List<String> holders(SocketRecord socket) {
    return descriptors.holders(socket);
  }

  /** Whether a descriptor of a socket has been sent to a program that has not received it yet. */
  public boolean onItsWay(SocketRecord socket) {
    return rights.have(socket.number());
  }

  /**
   * The sockets of others that a program has a descriptor of: it was born with it, or was sent it.
   */
  public List<SocketRecord> inherited(String program) {
    return descriptors(program).open().stream()
        .map(entry -> sockets.at(entry.socketNumber()))
        .flatMap(Stream::ofNullable)
        .filter(socket -> !socket.program().equals(program))
        .distinct()
        .toList();
  }

  /** All sockets that there ever were, in the order of their numbers. */
  public List<SocketRecord> sockets() {
    return sockets.inOrder();
  }

  /** The sockets whose last descriptor went with the event that was added last. */
  public List<SocketRecord> closedNow() {
    return sockets.closedNow();
  }

  /**
   * The sockets that the process has or had that a program is now, in the order of their numbers;
   * those of a process before are not among them.
   */
  public List<SocketRecord> sockets(String program) {
    return sockets.currentOf(program);
  }

  /**
   * The sockets of processes before, in the order of their numbers: the program was started again,
   * and their identities are given to others.
   */
  public List<SocketRecord> formerSockets() {
    return sockets.former();
  }

  /** The socket whose connection has, or had last, these ends; empty where none is known. */
  public Optional<SocketRecord> between(SocketKind kind, SocketAddress local, SocketAddress peer) {
    return Optional.ofNullable(sockets.between(kind, local, peer));
  }

  /** All attempts to be connected, in the order in which they began. */
  public List<ConnectAttempt> attempts() {
    return sockets.attemptsInOrder();
  }

  /** The attempt of that number. */
  public Optional<ConnectAttempt> attempt(int number) {
    return Optional.ofNullable(sockets.attempt(number));
  }

  /** A socket's latest attempt to be connected. */
  public Optional<ConnectAttempt> attempt(SocketRecord socket) {
    return attempt(socket.attempt());
  }

  /**
   * The socket at the other end of a connection, or of a socketpair(), open or closed; for a
   * datagram socket with a default peer, the one that has the peer's address. Empty where it is
   * none of the experiment's, and while nobody knows the addresses that would tell.
   */
  public Optional<SocketRecord> peerOf(SocketRecord socket) {
    return new Peers(this, sockets).of(socket);
  }

  /** The listener of the experiment that a connection to that address reaches. */
  public Optional<SocketRecord> listenerAt(SocketKind kind, SocketAddress address) {
    return sockets.havingPortOf(kind, address).stream()
        .filter(socket -> socket.phase() == SocketRecord.Phase.LISTENING)
        .filter(socket -> socket.local() != null && socket.local().covers(address))
        .min(Comparator.comparing(socket -> !Peers.reaches(socket.local(), address)));
  }

  /**
   * The program that has an address, or had it last: the very address, or else its port at another
   * one, such as the wildcard's. Null where none is known.
   */
  public @Nullable String programAt(SocketAddress address) {
    SocketRecord owner = sockets.namedLast(address);
    return owner == null ? null : owner.program();
  }

  /** The socket that had that very address last; empty where none is known. */
  public Optional<SocketRecord> lastAt(SocketAddress address) {
    return Optional.ofNullable(sockets.namedExactly(address));
  }

  /**
   * Who has the port or the path of an address, in the way of another socket of that kind: the open
   * sockets that have it, then the connections that the kernel keeps there (TIME_WAIT, and others
   * that no program holds).
   */
  public List<AddressHolder> holders(SocketKind kind, SocketAddress address) {
    List<AddressHolder> holders = new ArrayList<>();
    for (SocketRecord socket : sockets.havingPortOf(kind, address)) {
      SocketAddress local = socket.local();
      if (local != null && (local.covers(address) || address.covers(local))) {
        holders.add(new AddressHolder(socket, null));
      }
    }
    if (kind.tcp()) {
      for (ConnectionObserved connection : kept()) {
        if (address.covers(connection.local()) || connection.local().covers(address)) {
          holders.add(new AddressHolder(leftBehind(kind, connection), connection));
        }
      }
    }
    return holders;
  }

  /** The closed socket whose connection it was. */
  private @Nullable SocketRecord leftBehind(SocketKind kind, ConnectionObserved connection) {
    return sockets.between(kind, connection.local(), connection.peer());
  }

  /**
   * The connections that the kernel keeps and no program holds, as it listed them last, in the
   * order in which it first did. One that accept() has given out may still be among them.
   */
  public List<ConnectionObserved> kept() {
    return kept.all();
  }

  /** The listed connection with these ends; empty where the kernel does not list it, or no more. */
  public Optional<ConnectionObserved> kept(SocketAddress local, SocketAddress peer) {
    return kept.of(local, peer);
  }
}
