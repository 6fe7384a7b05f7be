package socketscope.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallEvent;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.SocketId;
import socketscope.packet.Conversation;
import socketscope.packet.Packet;
import socketscope.packet.Reading;
import socketscope.socket.CallLog;
import socketscope.socket.DescriptorTable;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** What a run of events tells: the calls and sockets that the last of them can be understood by. */
public final class Story {

  private final CallLog log;
  private final Conversation conversation;
  private @Nullable SocketRecord before;
  private List<Integer> openBefore = List.of();
  private @Nullable PacketSeen lastPacket;
  private @Nullable Reading lastReading;

  /** Nothing has happened. */
  public Story() {
    this(new CallLog(), new Conversation());
  }

  private Story(CallLog log, Conversation conversation) {
    this.log = log;
    this.conversation = conversation;
  }

  /** What was told so far, to be gone on with apart. */
  public Story copy() {
    Story copy = new Story(log.copy(), conversation.copy());
    copy.before = before;
    copy.openBefore = openBefore;
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
    before =
        event instanceof CallEvent call
            ? model().unreturned(call.callId()).flatMap(model()::socket).orElse(null)
            : null;
    openBefore = open(event.program());
    log.add(event);
    if (event instanceof PacketSeen packet) {
      lastPacket = packet;
      lastReading = conversation.read(Packet.decode(packet.bytes()));
    }
  }

  /** What the packet that was added last means among those before it. */
  public Reading reading(PacketSeen packet) {
    return lastReading != null && packet.equals(lastPacket)
        ? lastReading
        : new Conversation().read(Packet.decode(packet.bytes()));
  }

  /** What the events tell of calls, descriptors, sockets and connections. */
  SocketModel model() {
    return log.model();
  }

  @Nullable MadeCall call(long id) {
    return log.call(id).orElse(null);
  }

  @Nullable SocketRecord socket(@Nullable SocketId id) {
    return model().socket(id).orElse(null);
  }

  /** The socket of a call, as it is now. */
  @Nullable SocketRecord socket(MadeCall call) {
    return model().socket(call).orElse(null);
  }

  /** The socket of the last event's call, as it was before that event; null for another event. */
  @Nullable SocketRecord before() {
    return before;
  }

  /** The descriptors of sockets that a program has open now, as far as the events tell. */
  List<Integer> open(String program) {
    return model().descriptors(program).open().stream()
        .map(DescriptorTable.Entry::descriptor)
        .toList();
  }

  /** Those that the last event's program had open before that event. */
  List<Integer> openBefore() {
    return openBefore;
  }

  List<Situation> situations(MadeCall call) {
    DescriptorTable table = model().descriptors(call.program());
    boolean wasClosed =
        call.call().descriptor().stream().anyMatch(number -> table.closedBy(number) != null);
    return Situation.of(socket(call), call.call(), wasClosed);
  }
}
