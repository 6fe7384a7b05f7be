package socketscope.status;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketId;
import socketscope.socket.MadeCall;

/**
 * How a program stands.
 *
 * @param pid its process identifier; 0 where it has not said so yet
 * @param parent the program whose fork() made it; null for one that the experiment has started
 * @param end how its process ended; null while it runs
 * @param stopped whether the kernel has stopped it (SIGSTOP), so that none of its threads runs
 * @param services the listeners that it serves by itself
 * @param sockets all that it made or accepted since its process started, in that order
 * @param waiting its calls that have not returned, in the order in which they were made
 * @param calls how each function was last called in it
 * @param results what each function last answered in it
 * @param answered the call that each of those is the answer to
 */
public record ProgramStatus(
    String name,
    Role role,
    long pid,
    @Nullable String parent,
    @Nullable ProgramEnded end,
    boolean stopped,
    List<ServiceStarted> services,
    List<SocketStatus> sockets,
    List<MadeCall> waiting,
    Map<Function, Call> calls,
    Map<Function, Result> results,
    Map<Function, Call> answered) {

  /** Keeps copies. */
  public ProgramStatus {
    services = List.copyOf(services);
    sockets = List.copyOf(sockets);
    waiting = List.copyOf(waiting);
    calls = Map.copyOf(calls);
    results = Map.copyOf(results);
    answered = Map.copyOf(answered);
  }

  /** Whether its process runs. */
  public boolean running() {
    return pid != 0 && end == null;
  }

  /** Whether one of its threads was seen asleep in a call. */
  public boolean blocked() {
    return waiting.stream().anyMatch(call -> call.stage() == MadeCall.Stage.BLOCKED);
  }

  /** The calls of that function that have not returned. */
  public List<MadeCall> waiting(Function function) {
    return waiting.stream().filter(call -> call.is(function)).toList();
  }

  /** The blocked call that was made last. */
  public Optional<MadeCall> lastBlocked() {
    return waiting.stream()
        .filter(call -> call.stage() == MadeCall.Stage.BLOCKED)
        .max(Comparator.comparingLong(MadeCall::since));
  }

  /** The socket of that identity. */
  public Optional<SocketStatus> socket(@Nullable SocketId id) {
    return sockets.stream().filter(socket -> socket.id().equals(id)).findFirst();
  }
}
