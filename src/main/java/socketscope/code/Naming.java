package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.code.Action.ServerLoop;
import socketscope.event.Function;
import socketscope.event.Function.Creates;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketRecord;

/** Gives names to the descriptors and addresses of one program, call by call. */
final class Naming {

  private final Addresses addresses;
  private final Set<Integer> listeners = new HashSet<>();
  private final Map<Integer, Handle> holders = new HashMap<>();
  private final Map<ServerLoop, Handle> connections = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Long, String> kept = new HashMap<>();
  private final List<String> portsUsed = new ArrayList<>();

  Naming(History history, String program, Addresses addresses) {
    this.addresses = addresses;
    Set<Integer> connected = new HashSet<>();
    history.calls(program).forEach(made -> noteUse(made, connected));
    listeners.removeAll(connected);
  }

  /** A socket is a listener where it is used as one and never becomes a connection. */
  private void noteUse(CallMade made, Set<Integer> connected) {
    int socket = made.made().socketNumber();
    boolean listens = made.is(Function.LISTEN) && made.succeeded();
    boolean accepts = made.function().creates() == Creates.ACCEPTED;
    if (listens || accepts && !made.failedWith("EOPNOTSUPP")) {
      listeners.add(socket);
    }
    if (accepts) {
      made.created().forEach(accepted -> connected.add(accepted.number()));
    }
    if (made.is(Function.CONNECT) && made.succeeded()) {
      connected.add(socket);
    }
  }

  Step step(CallMade made) {
    if (made.server() != null) {
      return served(made, made.server());
    }
    Handle on = made.call().descriptor().isPresent() ? holder(made) : null;
    List<Target> targets =
        made.call().addresses().stream().map(address -> target(made, address)).toList();
    String keeps = null;
    if (addresses.isUsed(made)) {
      keeps = fresh(made.is(Function.GETSOCKNAME) ? "own_name" : "peer");
      kept.put(made.callId(), keeps);
    }
    List<Handle> descriptors = made.call().descriptors().stream().map(this::holder).toList();
    Handle creates = creates(made, on);
    List<Handle> written = written(made);
    Map<Integer, Handle> known = Map.copyOf(holders);
    if (made.is(Function.CLOSE) && made.succeeded() && on != null) {
      holders.put(made.call().descriptor().orElseThrow(), on.closed());
    }
    return new Step(made, on, creates, written, descriptors, known, targets, keeps);
  }

  /** All connections of a server have one name. */
  private Step served(CallMade made, ServerLoop server) {
    Handle listener = holder(server.descriptor());
    Handle connection =
        connections.computeIfAbsent(
            server,
            _ -> new Handle("connection", true, Handle.Kind.STREAM, listener.family(), true));
    boolean accepts = made.is(Function.ACCEPT);
    Handle creates = accepts && made.succeeded() ? connection : null;
    Handle on = accepts ? listener : connection;
    return new Step(made, on, creates, List.of(), List.of(on), Map.of(), List.of(), null);
  }

  /** The descriptors that the kernel wrote: both of a pair, or those that came with a message. */
  private List<Handle> written(CallMade made) {
    List<Integer> numbers = made.succeeded() ? made.result().descriptors() : List.of();
    List<Handle> handles = new ArrayList<>();
    for (int number : numbers) {
      boolean passed = made.function().creates() == Creates.PASSED;
      handles.add(socket(passed ? "passed" : "end", made));
      holders.put(number, handles.getLast());
    }
    return handles;
  }

  private Handle holder(CallMade made) {
    return holder(made.call().descriptor().orElseThrow());
  }

  /** What the descriptor of that number is called at this moment. */
  Handle holder(int number) {
    return holders.getOrDefault(number, Handle.number(number));
  }

  private @Nullable Handle creates(CallMade made, @Nullable Handle on) {
    if (!made.succeeded() || made.result() == null) {
      return null;
    }
    Handle parent = on == null ? Handle.number(-1) : on;
    Handle handle =
        switch (made.function().creates()) {
          case NOTHING, PASSED, PROCESS, SOCKET_PAIR, DESCRIPTOR_PAIR -> null;
          case DUPLICATE ->
              made.call().duplicates()
                  ? new Handle(fresh("copy"), true, parent.kind(), parent.family(), true)
                  : null;
          case ACCEPTED -> socket("connection", made);
          case SOCKET -> socket("sock", made);
          case DESCRIPTOR -> socket("descriptor", made);
        };
    if (handle != null) {
      holders.put((int) made.result().value(), handle);
    }
    return handle;
  }

  private Handle socket(String base, CallMade made) {
    SocketRecord socket = made.created().isEmpty() ? null : made.created().getFirst();
    SocketKind kind = socket == null ? SocketKind.UNKNOWN : socket.kind();
    boolean listens = socket != null && listeners.contains(socket.number());
    return new Handle(
        fresh(listens ? "listener" : base),
        true,
        listens ? Handle.Kind.LISTENER : Handle.Kind.of(kind),
        kind.family(),
        true);
  }

  private Target target(CallMade made, SocketAddress address) {
    CallMade teller = addresses.teller(made, address);
    String variable = teller == null ? null : kept.get(teller.callId());
    if (variable != null) {
      return new Target.Told(variable, address);
    }
    String port = addresses.portName(address);
    portsUsed.add(port);
    return new Target.Fixed(address, port);
  }

  private String fresh(String base) {
    int count = counts.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + count;
  }

  /** Whether a descriptor is open after the last call so far. */
  boolean leavesOpen() {
    return holders.values().stream().anyMatch(Handle::open);
  }

  /** The constants of ports that the calls so far name. */
  Map<String, Integer> ports() {
    return addresses.constants(portsUsed);
  }
}
