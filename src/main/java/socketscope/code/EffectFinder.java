package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.code.Effect.Mode;
import socketscope.constant.Constant;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Function.WaitsFor;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketRecord;

/** Goes through the actions in the order of their effect and tells what each of them touches. */
final class EffectFinder {

  private final History history;
  private final boolean portsMissing;
  private final Map<Integer, SocketState> sockets = new HashMap<>();
  private final Map<String, Long> put = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();

  EffectFinder(History history) {
    this.history = history;
    this.portsMissing = history.actions().stream().anyMatch(EffectFinder::missesPort);
  }

  private static boolean missesPort(Action action) {
    return action instanceof CallMade made && made.failedWith("EADDRINUSE");
  }

  List<Effect> of(Action action) {
    return switch (action) {
      case CallMade made -> of(made);
      case Action.ProgramEnd ended -> of(ended);
    };
  }

  private List<Effect> of(Action.ProgramEnd ended) {
    return sockets.values().stream()
        .filter(socket -> socket.program.equals(ended.program()))
        .flatMap(socket -> closing(socket).stream())
        .toList();
  }

  /** Whether it would have slept, had it come too early. */
  boolean waits(CallMade made) {
    SocketState socket = sockets.get(made.made().socketNumber());
    return made.takes()
        && socket != null
        && !socket.shut
        && made.before() != null
        && !made.before().nonBlocking()
        && !made.call().hasFlag("MSG_DONTWAIT");
  }

  private List<Effect> of(CallMade made) {
    remember(made);
    if (made.function().waitsFor() == WaitsFor.READINESS) {
      return polling(made);
    }
    if (made.is(Function.UNLINK)) {
      return made.address() == null
          ? List.of()
          : List.of(new Effect(made.address().toString(), Mode.CHANGE));
    }
    SocketState socket = sockets.get(made.made().socketNumber());
    if (socket == null && made.before() != null) {
      // It came with a message.
      socket = new SocketState(made.before());
      sockets.put(made.made().socketNumber(), socket);
    }
    if (socket == null) {
      return List.of();
    }
    if (socket.local == null) {
      socket.local = history.local(made.made().socketNumber());
    }
    Function function = made.function();
    if (function.sends()) {
      return sending(socket, made);
    }
    if (function.receives()) {
      return receiving(socket, made);
    }
    return switch (function.basic()) {
      case BIND -> binding(socket, made);
      case LISTEN -> {
        socket.listens |= made.succeeded();
        yield atOwnPort(socket, Mode.CHANGE);
      }
      case ACCEPT -> accepting(socket, made);
      case CONNECT -> connecting(socket, made);
      case SHUTDOWN -> shutting(socket, made);
      case CLOSE -> {
        socket.closed = !made.kept();
        yield made.kept() ? List.of() : closing(socket);
      }
      case SETSOCKOPT -> setting(socket, made);
      // What asks for an option finds what is there at that moment.
      default -> function.written().isPresent() ? looking(socket) : List.of();
    };
  }

  private static List<Effect> setting(SocketState socket, CallMade made) {
    boolean small =
        made.call().number("optval").filter(size -> size > -10_000 && size < 10_000).isPresent();
    socket.tight |= made.call().is("optname", "SO_RCVBUF") && small;
    boolean shares =
        made.call().is("optname", "SO_REUSEADDR") || made.call().is("optname", "SO_REUSEPORT");
    return tells(made) || shares && made.call().is("level", "SOL_SOCKET")
        ? atOwnPort(socket, Mode.CHANGE)
        : List.of();
  }

  /** Whether an option tells of each datagram something that is settled when it arrives. */
  private static boolean tells(CallMade made) {
    return made.call()
        .constant("optname")
        .map(Constant::spelled)
        .filter(name -> name.contains("_RECV") || name.equals("IP_PKTINFO"))
        .filter(name -> name.startsWith("IP"))
        .isPresent();
  }

  /** What poll() watches, as far as these descriptors are sockets. */
  private List<Effect> polling(CallMade made) {
    return made.result() == null
        ? List.of()
        : made.watched().stream()
            .map(sockets::get)
            .filter(Objects::nonNull)
            .flatMap(socket -> looking(socket).stream())
            .toList();
  }

  private void remember(CallMade made) {
    SocketState parent = sockets.get(made.made().socketNumber());
    for (SocketRecord created : made.created()) {
      SocketState socket = new SocketState(created);
      sockets.put(created.number(), socket);
      if (parent != null) {
        SocketAddress named = history.local(created.number());
        socket.local = named == null ? parent.local : named;
        socket.peer = made.told().orElse(null);
        socket.connected = true;
      }
    }
  }

  private static List<Effect> atOwnPort(SocketState socket, Mode mode) {
    return socket.local == null ? List.of() : List.of(new Effect(socket.port(socket.local), mode));
  }

  private static List<Effect> binding(SocketState socket, CallMade made) {
    SocketAddress address = made.address();
    if (address == null) {
      return List.of();
    }
    if (made.succeeded() && socket.local == null) {
      socket.local = address;
    }
    return made.succeeded() || made.failedWith("EADDRINUSE")
        ? List.of(new Effect(socket.port(address), Mode.CHANGE))
        : List.of();
  }

  private static List<Effect> connecting(SocketState socket, CallMade made) {
    SocketAddress target = made.address();
    if (target == null) {
      return List.of();
    }
    boolean begun = made.succeeded() || made.result() == null || made.failedWith("EINPROGRESS");
    if (begun) {
      socket.peer = target;
      socket.connected = true;
      if (socket.local == null && target instanceof SocketAddress.Unix) {
        socket.local = new SocketAddress.Unix(false, Bytes.utf8(""));
      }
    }
    if (made.failedWith("ENOTDIR") && target instanceof SocketAddress.Unix inside) {
      // What the name takes for a folder is there already: somebody's socket.
      return List.of(new Effect(socket.port(folder(inside)), Mode.USE));
    }
    if (!socket.stream) {
      return List.of();
    }
    Effect use = new Effect(socket.port(target), Mode.USE);
    return begun ? List.of(use, new Effect(socket.queue(target), Mode.APPEND)) : List.of(use);
  }

  private static SocketAddress folder(SocketAddress.Unix inside) {
    String name = inside.name().escaped();
    int end = Math.max(0, name.lastIndexOf('/'));
    return new SocketAddress.Unix(false, Bytes.utf8(name.substring(0, end)));
  }

  private static List<Effect> accepting(SocketState socket, CallMade made) {
    if (socket.local == null) {
      return List.of();
    }
    if (made.succeeded()) {
      List<Effect> all = new ArrayList<>();
      all.add(new Effect(socket.queue(socket.local), Mode.TAKE));
      if (socket.closed) {
        // It was closed while a thread slept in here, which kept it listening until now.
        all.addAll(atOwnPort(socket, Mode.CHANGE));
      }
      return all;
    }
    return made.failedWith("EAGAIN")
        ? List.of(new Effect(socket.queue(socket.local), Mode.LOOK))
        : List.of();
  }

  private List<Effect> sending(SocketState socket, CallMade made) {
    Result result = made.succeeded() ? made.result() : null;
    if (socket.stream) {
      long count = result == null ? 0 : made.call().moved(result);
      Effect append = passed(socket.out(), Mode.APPEND, count, put, true);
      return socket.peer == null ? List.of() : List.of(append);
    }
    Bytes all = made.call().data();
    List<Call.Sent> sent =
        result == null
            ? List.of(new Call.Sent(all.length(), made.call().address()))
            : made.call().sent(result);
    List<Bytes> pieces = all.split(sent.stream().map(Call.Sent::bytes).toList());
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      SocketAddress target = sent.get(i).to().orElse(socket.peer);
      if (target != null) {
        effects.add(new Effect(socket.port(target), Mode.USE));
        effects.add(new Effect(socket.queue(target), Mode.APPEND, 0, 0, pieces.get(i)));
      }
    }
    return effects;
  }

  private List<Effect> receiving(SocketState socket, CallMade made) {
    String thing =
        socket.stream ? socket.in() : socket.local == null ? "" : socket.queue(socket.local);
    Result result = made.result();
    if (result == null || thing.isEmpty() || socket.stream && socket.peer == null) {
      return List.of();
    }
    if (made.failedWith("EAGAIN")) {
      return List.of(new Effect(thing, Mode.LOOK));
    }
    long size = made.call().size();
    boolean peeks = made.call().hasFlag("MSG_PEEK");
    if (!socket.stream) {
      Mode taking = socket.tight ? Mode.LOOK : Mode.TAKE;
      return result.failed() || made.call().hasFlag("MSG_ERRQUEUE")
          ? List.of()
          : made.messages().stream()
              .map(data -> new Effect(thing, peeks ? Mode.LOOK : taking, 0, 0, data))
              .toList();
    }
    if (result.failed() || result.value() == 0) {
      return size == 0 ? List.of() : List.of(new Effect(thing, Mode.FINISH));
    }
    long count = made.call().moved(result);
    Mode mode = count < size ? Mode.DRAIN : Mode.TAKE;
    return List.of(passed(thing, mode, count, taken, !peeks));
  }

  private static Effect passed(
      String thing, Mode mode, long count, Map<String, Long> counts, boolean moves) {
    long from = counts.getOrDefault(thing, 0L);
    if (moves) {
      counts.put(thing, from + count);
    }
    return new Effect(thing, mode, from, from + count, null);
  }

  private List<Effect> shutting(SocketState socket, CallMade made) {
    // Even where it fails, what has been shut down sleeps no more.
    socket.shut |= !made.call().is("how", "SHUT_WR");
    if (socket.listens) {
      return closing(socket);
    }
    if (!socket.stream || socket.peer == null) {
      return List.of();
    }
    return !made.succeeded() || made.call().is("how", "SHUT_RD")
        ? looking(socket)
        : List.of(new Effect(socket.out(), Mode.END));
  }

  private List<Effect> closing(SocketState socket) {
    if (socket.stream && socket.connected) {
      List<Effect> all = new ArrayList<>(atOwnPort(socket, Mode.LEAVE));
      all.add(new Effect(socket.out(), Mode.END));
      all.add(new Effect(socket.in(), Mode.GONE));
      if (portsMissing) {
        // Whoever closes first keeps the port (TIME_WAIT).
        all.add(new Effect(socket.connection(), Mode.CHANGE));
      }
      return all;
    }
    List<Effect> all = new ArrayList<>(atOwnPort(socket, Mode.CHANGE));
    SocketAddress local = socket.local;
    if (local != null && socket.stream) {
      all.add(new Effect(socket.queue(local), Mode.GONE));
    }
    return all;
  }

  private static List<Effect> looking(SocketState socket) {
    List<Effect> all = new ArrayList<>();
    if (socket.stream && socket.peer != null) {
      all.add(new Effect(socket.out(), Mode.LOOK));
      all.add(new Effect(socket.in(), Mode.LOOK));
    } else if (socket.local != null) {
      all.add(new Effect(socket.queue(socket.local), Mode.LOOK));
    }
    return all;
  }

  /** The peer's data that a datagram receive matched is told by {@link Order}. */
  static boolean matches(@Nullable Bytes taken, @Nullable Bytes sent) {
    if (taken == null || sent == null || taken.length() > sent.length()) {
      return false;
    }
    return Bytes.copyOf(sent.toArray(taken.length())).equals(taken);
  }
}
