package socketscope.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function.Creates;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.fold.PersistentMap;
import socketscope.packet.Conversation;
import socketscope.packet.Packet;
import socketscope.packet.Reading;
import socketscope.socket.CallLog;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** What a run of events tells: the calls and sockets that the last of them can be understood by. */
public final class Story {

  private final CallLog log;
  private final OtherDescriptors others;
  private final Conversation conversation;
  private SocketModel before = new SocketModel();
  private PersistentMap<Long, SocketModel> beforeFailures = PersistentMap.empty();
  private PersistentMap<Integer, MadeCall> received = PersistentMap.empty();
  private PersistentMap<Integer, MadeCall> receivedBefore = PersistentMap.empty();
  private PersistentMap<Integer, MadeCall> sent = PersistentMap.empty();
  private PersistentMap<Integer, Boolean> accepted = PersistentMap.empty();
  private PersistentMap<String, MadeCall> lastFailure = PersistentMap.empty();
  private @Nullable PacketSeen lastPacket;
  private @Nullable Reading lastReading;

  /** Nothing has happened. */
  public Story() {
    this(new CallLog(), new OtherDescriptors(), new Conversation());
  }

  private Story(CallLog log, OtherDescriptors others, Conversation conversation) {
    this.log = log;
    this.others = others;
    this.conversation = conversation;
  }

  /** What was told so far, to be gone on with apart. */
  public Story copy() {
    Story copy = new Story(log.copy(), others.copy(), conversation.copy());
    copy.before = before;
    copy.beforeFailures = beforeFailures;
    copy.received = received;
    copy.receivedBefore = receivedBefore;
    copy.sent = sent;
    copy.accepted = accepted;
    copy.lastFailure = lastFailure;
    copy.lastPacket = lastPacket;
    copy.lastReading = lastReading;
    return copy;
  }

  /**
   * The story that events tell.
   *
   * @param events the first events of a trace, in order
   */
  public static Story of(List<? extends Event> events) {
    Story story = new Story();
    events.forEach(story::add);
    return story;
  }

  /** Goes on with the next event. */
  public void add(Event event) {
    if (event instanceof CallReturned || event instanceof ProgramEnded) {
      before = log.model().copy();
    }
    MadeCall call = log.add(event);
    if (call != null) {
      happened(call);
    } else if (event instanceof ProgramStarted started) {
      others.forget(started.program());
      if (started.parent() != null) {
        others.forked(started.program(), started.parent().program());
      }
      lastFailure = lastFailure.without(started.program());
    } else if (event instanceof PacketSeen packet) {
      lastPacket = packet;
      lastReading = conversation.read(Packet.decode(packet.bytes()));
    }
  }

  private void happened(MadeCall call) {
    int socket = call.socketNumber();
    if (call.function().creates() == Creates.ACCEPTED && socket != MadeCall.NONE) {
      accepted = accepted.with(socket, true);
    }
    if (call.returned() == null) {
      return;
    }
    if (call.failed()) {
      beforeFailures = beforeFailures.with(call.id(), before);
      if (givesDescriptor(call)) {
        lastFailure = lastFailure.with(call.program(), call);
      }
    } else {
      others.returned(call);
    }
    if (call.sends() && call.succeeded() && socket != MadeCall.NONE) {
      sent = sent.with(socket, call);
    }
    if (call.receives() && socket != MadeCall.NONE) {
      MadeCall earlier = received.get(socket);
      receivedBefore = earlier == null ? receivedBefore : receivedBefore.with(socket, earlier);
      received = received.with(socket, call);
    }
  }

  private static boolean givesDescriptor(MadeCall call) {
    return switch (call.function().creates()) {
      case SOCKET, ACCEPTED, SOCKET_PAIR, DESCRIPTOR, DESCRIPTOR_PAIR -> true;
      case DUPLICATE -> call.call().duplicates();
      case NOTHING, PASSED, PROCESS -> false;
    };
  }

  /** What the packet that was added last means among those before it. */
  public Reading reading(PacketSeen packet) {
    return lastReading != null && packet.equals(lastPacket)
        ? lastReading
        : new Conversation().read(Packet.decode(packet.bytes()));
  }

  /** The calls, descriptors, sockets and connections as they are now. */
  SocketModel model() {
    return log.model();
  }

  /** The same as it was before a call returned: one that failed, or that of the last event. */
  SocketModel before(MadeCall call) {
    return Objects.requireNonNull(beforeFailures.getOrDefault(call.id(), before));
  }

  /** What descriptors stand for that are no sockets. */
  OtherDescriptors others() {
    return others;
  }

  /** All calls, in the order in which they were made. */
  List<MadeCall> calls() {
    return log.calls();
  }

  @Nullable MadeCall call(long id) {
    return log.call(id).orElse(null);
  }

  @Nullable SocketRecord socket(@Nullable SocketId id) {
    return model().socket(id).orElse(null);
  }

  @Nullable SocketRecord socket(MadeCall call) {
    return model().socket(call).orElse(null);
  }

  /** Whether accept() was ever called, or is to be, on that listener. */
  boolean accepted(SocketRecord listener) {
    return accepted.containsKey(listener.number());
  }

  /** Whether a call that receives has returned on that socket since that time. */
  boolean receivedSince(SocketRecord socket, long nanos) {
    MadeCall last = received.get(socket.number());
    return last != null && last.until() >= nanos;
  }

  /** The call that received on a socket before the one that did last. */
  Optional<MadeCall> receivedBefore(SocketRecord socket) {
    return Optional.ofNullable(receivedBefore.get(socket.number()));
  }

  /** The call that has last sent on a socket, as far as it succeeded. */
  Optional<MadeCall> sentLast(SocketRecord socket) {
    return Optional.ofNullable(sent.get(socket.number()));
  }

  /** The last call of a program that should have given a descriptor and failed. */
  Optional<MadeCall> lastFailure(String program) {
    return Optional.ofNullable(lastFailure.get(program));
  }

  /** The descriptors of sockets that a program has open now, as far as the events tell. */
  List<Integer> open(String program) {
    return open(model(), program);
  }

  /** The programs that have a descriptor of a socket now. */
  List<String> holders(SocketRecord socket) {
    return log.model().holders(socket);
  }

  /** All descriptors of a program that a call has given it, by their numbers. */
  List<Integer> descriptors(String program) {
    Set<Integer> numbers = new TreeSet<>(open(log.model(), program));
    numbers.addAll(others.of(program));
    return List.copyOf(numbers);
  }

  /** Those of sockets that it had open when it ended, the last event. */
  List<Integer> openAtEnd(String program) {
    return open(before, program);
  }

  private static List<Integer> open(SocketModel model, String program) {
    return model.descriptors(program).open().stream().map(entry -> entry.descriptor()).toList();
  }

  List<Circumstance> circumstances(MadeCall call) {
    return Circumstances.of(this, call);
  }
}
