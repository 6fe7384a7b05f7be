package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.code.Access.Mode;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/** Goes through the deeds in the order of their effect and tells what each of them touches. */
final class Touching {

  private final Map<SocketId, SocketAddress> locals;
  private final boolean portsMissing;
  private final Map<SocketId, SocketState> sockets = new HashMap<>();
  private final Map<String, SocketState> open = new HashMap<>();
  private final Map<String, Long> put = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();

  Touching(History history) {
    this.locals = history.locals();
    this.portsMissing = history.deeds().stream().anyMatch(Touching::missesPort);
  }

  private static boolean missesPort(Deed deed) {
    return deed instanceof Deed.Made made && made.failedWith("EADDRINUSE");
  }

  List<Access> of(Deed deed) {
    return switch (deed) {
      case Deed.Made made -> of(made);
      case Deed.Ended ended -> of(ended);
    };
  }

  private List<Access> of(Deed.Ended ended) {
    List<Access> all = new ArrayList<>();
    sockets.forEach((id, socket) -> {
      if (id.program().equals(ended.program())) {
        all.addAll(closing(socket));
      }
    });
    return all;
  }

  /** Whether it would have slept, had it come too early. */
  boolean waits(Deed.Made made) {
    SocketState socket = state(made);
    return made.takes()
        && socket != null
        && socket.waits
        && !flags(made.call()).contains("DONTWAIT");
  }

  private @Nullable SocketState state(Deed.Made made) {
    return made.socket() != null
        ? sockets.get(made.socket())
        : made.call().descriptor().isPresent()
            ? open.get(made.program() + " " + made.call().descriptor().getAsInt())
            : null;
  }

  static String flags(Call call) {
    return switch (call.function()) {
      case RECV, RECVFROM, SEND, SENDTO -> call.arguments().get(2).toString();
      default -> "";
    };
  }

  private List<Access> of(Deed.Made made) {
    remember(made);
    if (made.call().function() == Function.POLL) {
      return polling(made);
    }
    SocketState socket = state(made);
    if (socket == null) {
      return List.of();
    }
    if (socket.local == null && made.socket() != null) {
      socket.local = locals.get(made.socket());
    }
    return switch (made.call().function()) {
      case SOCKET, SOCKETPAIR, POLL, GETSOCKNAME, GETPEERNAME -> List.of();
      case BIND -> binding(socket, made);
      case LISTEN -> {
        socket.listens |= made.succeeded();
        yield atOwnPort(socket, Mode.CHANGE);
      }
      case ACCEPT -> accepting(socket, made);
      case CONNECT -> connecting(socket, made);
      case SEND, WRITE, SENDTO -> sending(socket, made);
      case RECV, READ, RECVFROM -> receiving(socket, made);
      case SHUTDOWN -> shutting(socket, made);
      case CLOSE -> {
        open.remove(made.program() + " " + made.call().descriptor().orElseThrow());
        yield --socket.descriptors > 0 ? List.of() : closing(socket);
      }
      case GETSOCKOPT, IOCTL -> looking(socket);
      case SETSOCKOPT -> setting(socket, made);
      case DUP -> {
        copy(socket, made);
        yield List.of();
      }
      case FCNTL -> {
        control(socket, made);
        yield List.of();
      }
    };
  }

  private static List<Access> setting(SocketState socket, Deed.Made made) {
    String option = made.argument(2);
    socket.tight |= option.equals("SO_RCVBUF") && made.argument(3).matches("-?\\d{1,4}");
    return option.startsWith("SO_REUSE") ? atOwnPort(socket, Mode.CHANGE) : List.of();
  }

  private void control(SocketState socket, Deed.Made made) {
    String operation = made.argument(1);
    if (made.succeeded() && operation.equals("F_SETFL")) {
      socket.waits = !made.argument(2).contains("O_NONBLOCK");
    } else if (operation.startsWith("F_DUPFD")) {
      copy(socket, made);
    }
  }

  private void copy(SocketState socket, Deed.Made made) {
    if (made.result() != null && made.succeeded()) {
      socket.descriptors++;
      open.put(made.program() + " " + made.result().value(), socket);
    }
  }

  /** What poll() watches, as far as these descriptors are sockets. */
  private List<Access> polling(Deed.Made made) {
    List<Access> all = new ArrayList<>();
    if (made.result() != null
        && made.call().arguments().getFirst() instanceof Argument.Sequence entries) {
      for (Call.Watch watch : Call.watched(entries)) {
        SocketState socket = open.get(made.program() + " " + watch.descriptor());
        if (socket != null) {
          all.addAll(looking(socket));
        }
      }
    }
    return all;
  }

  private void remember(Deed.Made made) {
    if (made.created() == null || made.result() == null) {
      return;
    }
    SocketState parent = made.socket() == null ? null : sockets.get(made.socket());
    if (parent != null) {
      SocketState accepted = new SocketState(parent.stream, true);
      accepted.local = locals.getOrDefault(made.created(), parent.local);
      accepted.peer = made.result().address();
      accepted.connected = true;
      put(made.created(), made, made.result().value(), accepted);
    } else {
      String type = made.call().arguments().get(1).toString();
      boolean stream = !type.contains("DGRAM") && !type.startsWith("2");
      boolean waits = !type.contains("SOCK_NONBLOCK");
      List<Integer> pair = Naming.pair(made);
      long first = pair.isEmpty() ? made.result().value() : pair.getFirst();
      put(made.created(), made, first, new SocketState(stream, waits));
      if (made.second() != null && !pair.isEmpty()) {
        put(made.second(), made, pair.get(1), new SocketState(stream, waits));
      }
    }
  }

  private void put(SocketId id, Deed.Made made, long descriptor, SocketState state) {
    sockets.put(id, state);
    open.put(made.program() + " " + descriptor, state);
  }

  private static List<Access> atOwnPort(SocketState socket, Mode mode) {
    return socket.local == null ? List.of() : List.of(new Access(socket.port(socket.local), mode));
  }

  private static List<Access> binding(SocketState socket, Deed.Made made) {
    SocketAddress address = made.address();
    if (address == null) {
      return List.of();
    }
    if (made.succeeded() && socket.local == null) {
      socket.local = address;
    }
    return made.succeeded() || made.failedWith("EADDRINUSE")
        ? List.of(new Access(socket.port(address), Mode.CHANGE))
        : List.of();
  }

  private static List<Access> connecting(SocketState socket, Deed.Made made) {
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
      return List.of(new Access(socket.port(folder(inside)), Mode.USE));
    }
    if (!socket.stream) {
      return List.of();
    }
    Access use = new Access(socket.port(target), Mode.USE);
    return begun ? List.of(use, new Access(socket.queue(target), Mode.APPEND)) : List.of(use);
  }

  private static SocketAddress folder(SocketAddress.Unix inside) {
    String name = inside.name().escaped();
    int end = Math.max(0, name.lastIndexOf('/'));
    return new SocketAddress.Unix(false, Bytes.utf8(name.substring(0, end)));
  }

  private static List<Access> accepting(SocketState socket, Deed.Made made) {
    if (socket.local == null) {
      return List.of();
    }
    if (made.succeeded()) {
      List<Access> all = new ArrayList<>();
      all.add(new Access(socket.queue(socket.local), Mode.TAKE));
      if (socket.descriptors <= 0) {
        // It was closed while a thread slept in here, which kept it listening until now.
        all.addAll(atOwnPort(socket, Mode.CHANGE));
      }
      return all;
    }
    return made.failedWith("EAGAIN")
        ? List.of(new Access(socket.queue(socket.local), Mode.LOOK))
        : List.of();
  }

  private List<Access> sending(SocketState socket, Deed.Made made) {
    if (socket.stream) {
      long count = made.succeeded() ? made.result().value() : 0;
      Access append = passed(socket.out(), Mode.APPEND, count, put, true);
      return socket.peer == null ? List.of() : List.of(append);
    }
    SocketAddress target = made.address() == null ? socket.peer : made.address();
    return target == null
        ? List.of()
        : List.of(
            new Access(socket.port(target), Mode.USE),
            new Access(socket.queue(target), Mode.APPEND, 0, 0, data(made)));
  }

  private static Bytes data(Deed.Made made) {
    return made.call().arguments().get(1) instanceof Argument.Data(Bytes bytes)
        ? bytes
        : Bytes.utf8("");
  }

  private List<Access> receiving(SocketState socket, Deed.Made made) {
    String thing =
        socket.stream ? socket.in() : socket.local == null ? "" : socket.queue(socket.local);
    Result result = made.result();
    if (result == null || thing.isEmpty() || socket.stream && socket.peer == null) {
      return List.of();
    }
    if (made.failedWith("EAGAIN")) {
      return List.of(new Access(thing, Mode.LOOK));
    }
    long size = made.call().arguments().get(1) instanceof Argument.Number(long room) ? room : 0;
    boolean peeks = flags(made.call()).contains("PEEK");
    if (!socket.stream) {
      Mode taking = socket.tight ? Mode.LOOK : Mode.TAKE;
      return result.failed() || made.call().toString().contains("ERRQUEUE")
          ? List.of()
          : List.of(new Access(thing, peeks ? Mode.LOOK : taking, 0, 0, result.data()));
    }
    if (result.failed() || result.value() == 0) {
      return size == 0 ? List.of() : List.of(new Access(thing, Mode.FINISH));
    }
    Mode mode = result.value() < size ? Mode.DRAIN : Mode.TAKE;
    return List.of(passed(thing, mode, result.value(), taken, !peeks));
  }

  private static Access passed(
      String thing, Mode mode, long count, Map<String, Long> counts, boolean moves) {
    long from = counts.getOrDefault(thing, 0L);
    if (moves) {
      counts.put(thing, from + count);
    }
    return new Access(thing, mode, from, from + count, null);
  }

  private List<Access> shutting(SocketState socket, Deed.Made made) {
    String how = made.argument(1);
    // Even where it fails, what has been shut down sleeps no more.
    socket.waits &= how.equals("SHUT_WR") || how.equals("1");
    if (socket.listens) {
      return closing(socket);
    }
    if (!socket.stream || socket.peer == null) {
      return List.of();
    }
    return !made.succeeded() || how.equals("SHUT_RD") || how.equals("0")
        ? looking(socket)
        : List.of(new Access(socket.out(), Mode.END));
  }

  private List<Access> closing(SocketState socket) {
    if (socket.stream && socket.connected) {
      List<Access> all = new ArrayList<>(atOwnPort(socket, Mode.LEAVE));
      all.add(new Access(socket.out(), Mode.END));
      all.add(new Access(socket.in(), Mode.GONE));
      if (portsMissing) {
        // Whoever closes first keeps the port (TIME_WAIT).
        all.add(new Access(socket.connection(), Mode.CHANGE));
      }
      return all;
    }
    List<Access> all = new ArrayList<>(atOwnPort(socket, Mode.CHANGE));
    SocketAddress local = socket.local;
    if (local != null && socket.stream) {
      all.add(new Access(socket.queue(local), Mode.GONE));
    }
    return all;
  }

  private static List<Access> looking(SocketState socket) {
    List<Access> all = new ArrayList<>();
    if (socket.stream && socket.peer != null) {
      all.add(new Access(socket.out(), Mode.LOOK));
      all.add(new Access(socket.in(), Mode.LOOK));
    } else if (socket.local != null) {
      all.add(new Access(socket.queue(socket.local), Mode.LOOK));
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
