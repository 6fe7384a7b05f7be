package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** Gives names to the descriptors and addresses of one program, call by call. */
final class Naming {

  private final Ports ports;
  private final Set<SocketId> listeners = new HashSet<>();
  private final Set<SocketId> connected = new HashSet<>();
  private final Map<String, Handle.Kind> accepted = new HashMap<>();
  private final Heard heard;
  private final Map<Integer, Handle> holders = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Long, String> kept = new HashMap<>();
  private final List<String> portsUsed = new ArrayList<>();

  Naming(History history, String program, Ports ports) {
    this.ports = ports;
    this.heard = Heard.of(history, program);
    for (Deed deed : history.of(program)) {
      if (deed instanceof Deed.Made made) {
        noteUse(made);
      }
    }
    listeners.removeAll(connected);
  }

  /** A socket is a listener where it is used as one and never becomes a connection. */
  private void noteUse(Deed.Made made) {
    SocketId socket = made.socket();
    switch (made.call().function()) {
      case LISTEN -> {
        if (made.succeeded() && socket != null) {
          listeners.add(socket);
        }
      }
      case ACCEPT -> {
        if (socket != null && !made.failedWith("EOPNOTSUPP")) {
          listeners.add(socket);
        }
        if (made.created() != null) {
          connected.add(made.created());
        }
      }
      case CONNECT -> {
        if (made.succeeded() && socket != null) {
          connected.add(socket);
        }
      }
      default -> {}
    }
  }

  Step step(Deed.Made made) {
    Handle on = made.call().descriptor().isPresent() ? holder(made) : null;
    Target target = target(made);
    String keeps = heard.isUsed(made) ? fresh(addressName(made)) : null;
    if (keeps != null) {
      kept.put(made.callId(), keeps);
    }
    List<Handle> watched = watched(made);
    Handle creates = creates(made, on);
    Handle second = second(made);
    if (made.call().function() == Function.CLOSE && made.succeeded() && on != null) {
      holders.put(made.call().descriptor().orElseThrow(), on.closed());
    }
    return new Step(made, on, creates, second, watched, target, keeps);
  }

  private List<Handle> watched(Deed.Made made) {
    return made.call().function() == Function.POLL
            && made.call().arguments().getFirst() instanceof Argument.Sequence entries
        ? Call.watched(entries).stream().map(watch -> holder(watch.descriptor())).toList()
        : List.of();
  }

  /** The descriptors of a socketpair(). */
  static List<Integer> pair(Deed.Made made) {
    return made.second() == null || made.result() == null ? List.of() : made.result().descriptors();
  }

  private @Nullable Handle second(Deed.Made made) {
    List<Integer> pair = pair(made);
    if (pair.isEmpty()) {
      return null;
    }
    Handle handle = socket("end", made);
    holders.put(pair.get(1), handle);
    return handle;
  }

  private Handle holder(Deed.Made made) {
    return holder(made.call().descriptor().orElseThrow());
  }

  private Handle holder(int number) {
    return holders.getOrDefault(number, Handle.number(number));
  }

  private @Nullable Handle creates(Deed.Made made, @Nullable Handle on) {
    if (!made.succeeded() || made.result() == null) {
      return null;
    }
    boolean copies =
        made.call().function() == Function.DUP
            || made.call().function() == Function.FCNTL && made.argument(1).startsWith("F_DUPFD");
    if (made.created() == null && !copies) {
      return null;
    }
    Handle parent = on == null ? Handle.number(-1) : on;
    Handle handle =
        switch (made.call().function()) {
          case ACCEPT -> {
            Handle.Kind kind = accepted.getOrDefault(parent.text(), Handle.Kind.STREAM);
            yield new Handle(fresh("connection"), true, kind, parent.family(), true);
          }
          case SOCKETPAIR -> socket("end", made);
          case FCNTL, DUP -> new Handle(fresh("copy"), true, parent.kind(), parent.family(), true);
          default -> listener(made);
        };
    List<Integer> pair = pair(made);
    holders.put(pair.isEmpty() ? (int) made.result().value() : pair.getFirst(), handle);
    return handle;
  }

  private Handle listener(Deed.Made made) {
    if (made.created() == null || !listeners.contains(made.created())) {
      return socket("sock", made);
    }
    Handle.Family family = Handle.Family.of(made.argument(0));
    Handle handle = new Handle(fresh("listener"), true, Handle.Kind.LISTENER, family, true);
    accepted.put(handle.text(), Handle.Kind.of(made.argument(1)));
    return handle;
  }

  private Handle socket(String base, Deed.Made made) {
    Handle.Family family = Handle.Family.of(made.argument(0));
    return new Handle(fresh(base), true, Handle.Kind.of(made.argument(1)), family, true);
  }

  private @Nullable Target target(Deed.Made made) {
    SocketAddress address = made.address();
    if (address == null) {
      return null;
    }
    Long teller = heard.teller(made);
    String variable = teller == null ? null : kept.get(teller);
    if (variable != null) {
      return new Target.Heard(variable, address);
    }
    String port = ports.name(address);
    portsUsed.add(port);
    return new Target.Fixed(address, port);
  }

  private static String addressName(Deed.Made made) {
    return made.call().function() == Function.GETSOCKNAME ? "own_name" : "peer";
  }

  private String fresh(String base) {
    int count = counts.merge(base, 1, Integer::sum);
    return count == 1 ? base : base + count;
  }

  /** Whether a descriptor is open after the last call so far. */
  boolean leavesOpen() {
    return holders.values().stream().anyMatch(Handle::open);
  }

  /** The ports that the calls so far name. */
  Map<String, Integer> portsUsed() {
    return ports.named(portsUsed);
  }
}
