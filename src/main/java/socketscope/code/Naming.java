package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.event.Argument;
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
    Target target = target(made);
    String keeps = null;
    if (addresses.isUsed(made)) {
      keeps = fresh(made.is(Function.GETSOCKNAME) ? "own_name" : "peer");
      kept.put(made.callId(), keeps);
    }
    List<Handle> descriptors =
        descriptors(made.call().arguments().stream()).map(this::holder).toList();
    Handle creates = creates(made, on);
    Handle second = second(made);
    if (made.is(Function.CLOSE) && made.succeeded() && on != null) {
      holders.put(made.call().descriptor().orElseThrow(), on.closed());
    }
    return new Step(made, on, creates, second, descriptors, target, keeps);
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
    return new Step(made, on, creates, null, List.of(on), null, null);
  }

  private static Stream<Integer> descriptors(Stream<Argument> arguments) {
    return arguments.flatMap(argument ->
        switch (argument) {
          case Argument.Descriptor(int number) -> Stream.of(number);
          case Argument.Structure(List<Argument.Field> fields) ->
              descriptors(fields.stream().map(Argument.Field::value));
          case Argument.Sequence(List<Argument> elements) -> descriptors(elements.stream());
          case Argument.Named _,
              Argument.Number _,
              Argument.Data _,
              Argument.Address _,
              Argument.Text _,
              Argument.Pointer _ ->
              Stream.empty();
        });
  }

  private @Nullable Handle second(CallMade made) {
    List<Integer> pair = pair(made);
    if (pair.isEmpty()) {
      return null;
    }
    Handle handle = socket("end", made);
    holders.put(pair.get(1), handle);
    return handle;
  }

  /** The descriptors of a call that makes two; none where it made none. */
  private static List<Integer> pair(CallMade made) {
    return switch (made.function().creates()) {
      case SOCKET_PAIR, DESCRIPTOR_PAIR ->
          made.result() == null ? List.of() : made.result().descriptors();
      case NOTHING, SOCKET, ACCEPTED, DUPLICATE, DESCRIPTOR, PASSED, PROCESS -> List.of();
    };
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
    List<Integer> pair = pair(made);
    Handle handle =
        switch (made.function().creates()) {
          case NOTHING, PASSED, PROCESS -> null;
          case DUPLICATE ->
              made.call().duplicates()
                  ? new Handle(fresh("copy"), true, parent.kind(), parent.family(), true)
                  : null;
          case ACCEPTED -> socket("connection", made);
          case SOCKET -> socket("sock", made);
          case SOCKET_PAIR, DESCRIPTOR_PAIR -> pair.isEmpty() ? null : socket("end", made);
          case DESCRIPTOR -> socket("descriptor", made);
        };
    if (handle != null) {
      holders.put(pair.isEmpty() ? (int) made.result().value() : pair.getFirst(), handle);
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

  private @Nullable Target target(CallMade made) {
    SocketAddress address = made.address();
    if (address == null) {
      return null;
    }
    CallMade teller = addresses.teller(made);
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
