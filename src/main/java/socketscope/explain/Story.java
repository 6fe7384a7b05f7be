package socketscope.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.SynSaved;
import socketscope.packet.Conversation;
import socketscope.packet.Packet;
import socketscope.packet.Reading;

/** What a run of events tells: the calls and sockets that the last of them can be understood by. */
public final class Story {

  /** A descriptor's number in a program. */
  record Place(String program, int descriptor) {}

  private final CallTable calls;
  private final Map<SocketId, SocketStory> sockets = new LinkedHashMap<>();
  private final Map<Place, SocketId> descriptors = new HashMap<>();
  private final Set<Place> closed = new HashSet<>();
  private final Conversation conversation;
  private @Nullable PacketSeen lastPacket;
  private @Nullable Reading lastReading;

  /** Nothing has happened. */
  public Story() {
    this(new CallTable(), new Conversation());
  }

  private Story(CallTable calls, Conversation conversation) {
    this.calls = calls;
    this.conversation = conversation;
  }

  /** What was told so far, to be gone on with apart. */
  public Story copy() {
    Story copy = new Story(calls.copy(), conversation.copy());
    sockets.forEach((id, socket) -> copy.sockets.put(id, socket.copy()));
    copy.descriptors.putAll(descriptors);
    copy.closed.addAll(closed);
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
    switch (event) {
      case ExperimentStarted _,
          ProgramStarted _,
          ProgramEnded _,
          ProgramEvent _,
          CaptureStarted _,
          CaptureEnded _,
          StepChecked _,
          NoteWritten _,
          PacketInferred _,
          SynSaved _,
          ConnectionObserved _,
          ConnectionForgotten _,
          ForeignEvent _ -> {}
      case CallQueued queued -> calls.queued(queued);
      case CallStarted started -> calls.started(started);
      case CallBlocked blocked -> calls.blocked(blocked);
      case CallReturned returned -> {
        CallStory call = calls.returned(returned);
        if (call != null && !returned.result().failed()) {
          new Effects(this, call, returned).apply();
        } else if (call != null) {
          new Effects(this, call, returned).applyFailure();
        }
      }
      case SocketObserved observed -> observe(observed);
      case PacketSeen packet -> {
        lastPacket = packet;
        lastReading = conversation.read(Packet.decode(packet.bytes()));
      }
    }
  }

  /** What the packet that was added last means among those before it. */
  public Reading reading(PacketSeen packet) {
    return lastReading != null && packet.equals(lastPacket)
        ? lastReading
        : new Conversation().read(Packet.decode(packet.bytes()));
  }

  private void observe(SocketObserved observed) {
    SocketStory socket =
        sockets.computeIfAbsent(
            observed.socket(),
            id -> new SocketStory(id, observed.descriptor(), "", observed.type()));
    socket.observe(observed);
    Effects.observed(socket, observed);
  }

  void opened(SocketStory socket) {
    Place place = new Place(socket.id().program(), socket.descriptor());
    sockets.put(socket.id(), socket);
    descriptors.put(place, socket.id());
    closed.remove(place);
  }

  void closed(String program, int descriptor) {
    Place place = new Place(program, descriptor);
    descriptors.remove(place);
    closed.add(place);
  }

  /** Whether a descriptor is open that stands for a socket, as far as the events tell. */
  boolean hasDescriptor(SocketId socket) {
    return descriptors.containsValue(socket);
  }

  /** One more descriptor stands for a socket. */
  void shared(String program, int descriptor, SocketId socket) {
    Place place = new Place(program, descriptor);
    descriptors.put(place, socket);
    closed.remove(place);
  }

  @Nullable CallStory call(long id) {
    return calls.call(id);
  }

  CallTable calls() {
    return calls;
  }

  Collection<SocketStory> sockets() {
    return sockets.values();
  }

  @Nullable SocketStory socket(@Nullable SocketId id) {
    return id == null ? null : sockets.get(id);
  }

  /** The descriptors that a program has open now, as far as the events tell. */
  List<Integer> open(String program) {
    return descriptors.keySet().stream()
        .filter(place -> place.program().equals(program))
        .map(Place::descriptor)
        .sorted()
        .toList();
  }

  List<Situation> situations(CallStory call) {
    boolean wasClosed =
        call.call().descriptor().stream()
            .anyMatch(number -> closed.contains(new Place(call.program(), number)));
    return Situation.of(socket(call.socket()), call.call(), wasClosed);
  }
}
