package socketscope.socket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.fold.PersistentMap;

/**
 * What is known of one socket at one moment. It never changes once it was handed out: the model
 * makes another one.
 */
public final class SocketRecord {

  /** How far it has come, as calls and the kernel's word tell. */
  public enum Phase {
    /** It has no address: nobody can reach it. */
    UNBOUND,
    /** It has an address of its own. */
    BOUND,
    /** It waits for connections. */
    LISTENING,
    /** Its attempt to be connected goes on. */
    CONNECTING,
    /** It is one end of a connection, or a datagram socket with a default peer. */
    CONNECTED,
    /** Its connection is no more, broken off by the other end or for lack of answers. */
    BROKEN,
    /** Its last descriptor is gone. */
    CLOSED
  }

  /** Where its own address comes from. */
  public enum Binding {
    /** It has none. */
    NONE,
    /** bind() gave it, with its port or path. */
    GIVEN,
    /** bind() gave it, and had the kernel choose the port, or the name. */
    PORT_CHOSEN,
    /** The kernel chose it, at connect(), listen() or the first datagram: no bind() did. */
    AUTOMATIC,
    /** accept() gave it: that of the listener. */
    ACCEPTED,
    /** It has one, and nobody saw how it came by it. */
    UNSEEN
  }

  /** How it came into being. */
  public enum Maker {
    /** socket(). */
    SOCKET,
    /** socketpair(). */
    SOCKETPAIR,
    /** accept(). */
    ACCEPT,
    /** A program of which no call is seen. */
    FOREIGN,
    /** Nobody saw it. */
    UNSEEN
  }

  int number;
  SocketId id;
  SocketKind kind = SocketKind.UNKNOWN;
  Maker maker = Maker.UNSEEN;
  Phase phase = Phase.UNBOUND;
  Binding binding = Binding.NONE;
  long born;
  int listener = MadeCall.NONE;
  int partner = MadeCall.NONE;
  int descriptor = -1;
  int descriptors;
  boolean nonBlocking;
  @Nullable SocketAddress local;
  @Nullable SocketAddress peer;
  @Nullable MadeCall shutReading;
  @Nullable MadeCall shutWriting;
  @Nullable Event peerEnded;
  long backlog = -1;
  int attempt = MadeCall.NONE;
  @Nullable SocketAddress nameBefore;
  @Nullable String pending;
  @Nullable MadeCall told;
  long sent;
  long received;
  long lastReceive = -1;
  boolean acceptCalled;
  PersistentMap<Option, Argument> options = PersistentMap.empty();
  @Nullable SocketObserved observed;
  @Nullable SocketObserved observedBefore;
  @Nullable Event closed;
  @Nullable ForeignSocketSeen foreign;
  @Nullable SynSaved syn;

  SocketRecord(int number, SocketId id) {
    this.number = number;
    this.id = id;
  }

  /** Another one with the same facts, to be changed before it is handed out. */
  SocketRecord copy() {
    SocketRecord copy = new SocketRecord(number, id);
    copy.kind = kind;
    copy.maker = maker;
    copy.phase = phase;
    copy.binding = binding;
    copy.born = born;
    copy.listener = listener;
    copy.partner = partner;
    copy.descriptor = descriptor;
    copy.descriptors = descriptors;
    copy.nonBlocking = nonBlocking;
    copy.local = local;
    copy.peer = peer;
    copy.shutReading = shutReading;
    copy.shutWriting = shutWriting;
    copy.peerEnded = peerEnded;
    copy.backlog = backlog;
    copy.attempt = attempt;
    copy.nameBefore = nameBefore;
    copy.pending = pending;
    copy.told = told;
    copy.sent = sent;
    copy.received = received;
    copy.lastReceive = lastReceive;
    copy.acceptCalled = acceptCalled;
    copy.options = options;
    copy.observed = observed;
    copy.observedBefore = observedBefore;
    copy.closed = closed;
    copy.foreign = foreign;
    copy.syn = syn;
    return copy;
  }

  /**
   * Counts the sockets of an experiment from 0, in the order in which they became known. It tells
   * apart what an identity does not: a program that is started again counts its sockets from 1
   * again.
   */
  public int number() {
    return number;
  }

  /** Its identity in the events. */
  public SocketId id() {
    return id;
  }

  /** The program that made it, accepted it, or is foreign. */
  public String program() {
    return id.program();
  }

  /** Its family, type and protocol. */
  public SocketKind kind() {
    return kind;
  }

  /** How it came into being. */
  public Maker maker() {
    return maker;
  }

  /** How far it has come. */
  public Phase phase() {
    return phase;
  }

  /** Where its own address comes from. */
  public Binding binding() {
    return binding;
  }

  /** When it became known, in nanoseconds on the clock of the stamps. */
  public long born() {
    return born;
  }

  /** The number of the listener that it came from; -1 where it is not known to come from one. */
  public int listener() {
    return listener;
  }

  /** The descriptor that it was made with, or that the kernel was asked by last; -1 for none. */
  public int descriptor() {
    return descriptor;
  }

  /** How many descriptors stand for it, in all programs. */
  public int descriptors() {
    return descriptors;
  }

  /** Whether O_NONBLOCK is set, so that its calls do not wait. */
  public boolean nonBlocking() {
    return nonBlocking;
  }

  /**
   * Its own address, as getsockname() tells it; null before it has one, and while nobody knows it.
   * After an attempt that failed, Linux goes on telling the port that it had chosen for that,
   * though the socket has it no more: {@link #binding} is then {@link Binding#NONE}.
   */
  public @Nullable SocketAddress local() {
    return local;
  }

  /** The address at the other end, or a datagram socket's default peer; null without one. */
  public @Nullable SocketAddress peer() {
    return peer;
  }

  /** The shutdown() after which it receives nothing more; null where there was none. */
  public @Nullable MadeCall shutReading() {
    return shutReading;
  }

  /** The shutdown() after which it sends nothing more; null where there was none. */
  public @Nullable MadeCall shutWriting() {
    return shutWriting;
  }

  /** By which event it is known that the other end sends nothing more; null where none tells. */
  public @Nullable Event peerEnded() {
    return peerEnded;
  }

  /** The backlog that listen() asked for last; -1 where it never succeeded. */
  public long backlog() {
    return backlog;
  }

  /** The number of its latest {@link ConnectAttempt}; -1 where it made none. */
  public int attempt() {
    return attempt;
  }

  /**
   * The errno that waits in it (SO_ERROR, socket(7)) and that the next call will tell; empty where
   * one waits whose name nobody knows; null where none is known to wait.
   */
  public @Nullable String pending() {
    return pending;
  }

  /** The call that told last that its connection, or its attempt, has failed; null for none. */
  public @Nullable MadeCall told() {
    return told;
  }

  /** How many bytes its program has handed to the kernel over the current connection. */
  public long sent() {
    return sent;
  }

  /** How many bytes its program has taken from the kernel over the current connection. */
  public long received() {
    return received;
  }

  /** When a call that receives returned on it last, whatever it answered; -1 where none did. */
  public long lastReceive() {
    return lastReceive;
  }

  /** Whether accept() was ever called on it, or waits to be. */
  public boolean acceptCalled() {
    return acceptCalled;
  }

  /** An option of a level: SO_REUSEADDR of SOL_SOCKET. */
  public record Option(Constant level, Constant name) {}

  /**
   * The value that setsockopt() gave an option last; empty where it was never called for it.
   *
   * @param level the name of its level, such as {@code SOL_SOCKET}
   * @param name its own name
   */
  public Optional<Argument> option(String level, String name) {
    return options.keys().stream()
        .filter(option -> option.level().is(level) && option.name().is(name))
        .findFirst()
        .map(options::get);
  }

  /** The options that setsockopt() has set. */
  public List<Option> options() {
    return options.keys();
  }

  /** What the kernel said of it last; null where it has not. */
  public @Nullable SocketObserved observed() {
    return observed;
  }

  /** What the kernel said of it before that. */
  public @Nullable SocketObserved observedBefore() {
    return observedBefore;
  }

  /** The event that took its last descriptor; null while it has one. */
  public @Nullable Event closed() {
    return closed;
  }

  /** Whether a descriptor stands for it. */
  public boolean open() {
    return closed == null;
  }

  /** What is known of a foreign program's socket; null for the experiment's own. */
  public @Nullable ForeignSocketSeen foreign() {
    return foreign;
  }

  /** For an accepted socket, the SYN that began its connection; null where it was not kept. */
  public @Nullable SynSaved syn() {
    return syn;
  }

  @Override
  public String toString() {
    return id + " " + phase + " " + local + " " + peer;
  }
}
