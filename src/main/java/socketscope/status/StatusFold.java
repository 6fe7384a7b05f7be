package socketscope.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;
import socketscope.fold.PersistentMap;
import socketscope.queue.QueueFold;
import socketscope.queue.Queues;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.state.SocketHistory;
import socketscope.state.StateFold;

/** Folds events one by one. What {@link #status} gives is {@link Status#of} all added so far. */
public final class StatusFold {

  private final Map<String, ProgramFold> programs = new LinkedHashMap<>();
  private final QueueFold queues;
  private PersistentMap<Integer, SocketHistory> histories = PersistentMap.empty();

  /** The states are those that the diagram draws, which are known before the kernel is asked. */
  private final StateFold states;

  /** Nothing has happened. */
  public StatusFold() {
    states = new StateFold();
    queues = new QueueFold(states.model());
  }

  private StatusFold(StatusFold other) {
    states = other.states.copy();
    queues = other.queues.over(states.model());
    histories = other.histories;
    other.programs.forEach((name, program) -> programs.put(name, program.copy()));
  }

  /** What was folded so far, to be gone on with apart. */
  public StatusFold copy() {
    return new StatusFold(this);
  }

  /** Adds the next event in the order of time. */
  public void add(Event event) {
    for (SocketHistory history : states.add(event)) {
      if (history.socketNumber() != MadeCall.NONE) {
        histories = histories.with(history.socketNumber(), history);
      }
    }
    MadeCall call = states.model().lastCall();
    queues.add(event, call, states.lastPacket());
    if (!event.program().isEmpty() && !(event instanceof ForeignEvent)) {
      programs.computeIfAbsent(event.program(), ProgramFold::new).add(event, call);
    }
  }

  /** The status after the events added so far. */
  public Status status() {
    ConnectionsWithoutDescriptor kept = new ConnectionsWithoutDescriptor(states.model(), queues);
    List<MadeCall> unreturned = states.model().unreturned();
    List<SocketRecord> former = states.model().formerSockets();
    List<ProgramStatus> all = new ArrayList<>();
    programs.forEach((name, program) -> {
      List<SocketStatus> sockets = new ArrayList<>();
      for (SocketRecord socket : states.model().sockets(name)) {
        if (socket.maker() != SocketRecord.Maker.UNSEEN || socket.observed() != null) {
          SocketStatus known = status(socket, kept);
          sockets.add(heldByOthersOnly(socket) ? known.withoutDescriptor() : known);
        }
      }
      for (SocketRecord socket : states.model().inherited(name)) {
        int descriptor = states.model().descriptors(name).of(socket).getFirst().descriptor();
        sockets.add(status(socket, kept).at(descriptor));
      }
      former.stream()
          .filter(socket -> socket.program().equals(name))
          .map(socket -> status(socket, kept))
          .filter(socket -> socket.kept() != null)
          .forEach(sockets::add);
      List<MadeCall> waiting =
          unreturned.stream().filter(call -> call.program().equals(name)).toList();
      all.add(program.status(sockets, waiting));
    });
    return new Status(all);
  }

  /**
   * Whether only other programs than the one that made it have descriptors of it: its children, or
   * those that it has sent one, which may be on its way.
   */
  private boolean heldByOthersOnly(SocketRecord socket) {
    List<String> holders = socket.open() ? states.model().holders(socket) : List.of();
    boolean sentOnly = holders.isEmpty() && socket.open() && states.model().onItsWay(socket);
    return sentOnly || !holders.isEmpty() && !holders.contains(socket.program());
  }

  private SocketStatus status(SocketRecord socket, ConnectionsWithoutDescriptor kept) {
    SocketHistory history = histories.get(socket.number());
    SocketStatus status = SocketStatus.of(socket, history);
    return status.with(
        socket.open()
            ? queues.of(socket, status.state(), status.local(), status.peer())
            : Queues.UNKNOWN,
        kept.waitingAt(status),
        kept.leftBy(status, history).orElse(null));
  }
}
