package socketscope.socket;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Phase;

/** What calls change: descriptors, sockets, attempts. */
final class CallEffects {

  private final Sockets sockets;
  private final Descriptors descriptors;
  private final Attempts attempts;
  private final SentRights rights;

  /** What a call that has succeeded changes of its socket. */
  private interface Effect {
    void of(MadeCall call, CallReturned returned, SocketRecord socket);
  }

  private static final Effect NOTHING = (_, _, _) -> {};

  /** Those of the calls that do what no other does; what sends or receives is known as such. */
  private final Map<Function, Effect> succeeded =
      Map.ofEntries(
          Map.entry(Function.BIND, this::bound),
          Map.entry(Function.LISTEN, this::listens),
          Map.entry(Function.CONNECT, this::connected),
          Map.entry(Function.SHUTDOWN, this::shutDown),
          Map.entry(Function.CLOSE, this::closed),
          Map.entry(Function.GETSOCKNAME, this::ownNameTold),
          Map.entry(Function.GETPEERNAME, this::peerNameTold),
          Map.entry(Function.SETSOCKOPT, this::optionSet),
          Map.entry(Function.GETSOCKOPT, this::errorTaken),
          Map.entry(Function.FCNTL, this::flagsSet));

  CallEffects(Sockets sockets, Descriptors descriptors, Attempts attempts, SentRights rights) {
    this.sockets = sockets;
    this.descriptors = descriptors;
    this.attempts = attempts;
    this.rights = rights;
  }

  private @Nullable SocketRecord socket(MadeCall call) {
    return sockets.at(call.socketNumber());
  }

  /** A call enters the kernel; gives it with what is known of it now. */
  MadeCall started(MadeCall call) {
    SocketRecord socket = socket(call);
    boolean connects = call.is(Function.CONNECT) && socket != null && !socket.kind.datagram();
    return connects ? attempts.started(call, socket) : call;
  }

  /** A call has returned. */
  void returned(MadeCall call, CallReturned returned) {
    descriptors.created(call, returned);
    SocketRecord socket = socket(call);
    if (socket == null) {
      if (call.is(Function.CLOSE) && call.succeeded()) {
        descriptors.freed(call);
      }
    } else if (call.failed()) {
      failed(call, returned, socket);
    } else {
      succeeded(call, returned, socket);
    }
  }

  private void succeeded(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (call.sends()) {
      sent(call, returned, socket);
    } else if (call.receives()) {
      received(call, returned, socket);
    } else {
      succeeded.getOrDefault(call.function(), NOTHING).of(call, returned, socket);
    }
  }

  private void change(SocketRecord socket, Consumer<SocketRecord> change) {
    sockets.change(socket.number, change);
  }

  private void optionSet(MadeCall call, CallReturned returned, SocketRecord socket) {
    Optional<Argument> value = call.call().argument("optval");
    Optional<Constant> option = call.call().constant("optname");
    Optional<Constant> level = call.call().constant("level");
    if (value.isPresent() && option.isPresent() && level.isPresent()) {
      SocketRecord.Option key = new SocketRecord.Option(level.get(), option.get());
      change(socket, record -> record.options = record.options.with(key, value.get()));
    }
  }

  private void flagsSet(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (call.call().is("op", "F_SETFL")) {
      boolean nonBlocking =
          call.call().constant("arg").filter(Descriptors.NON_BLOCKING).isPresent();
      change(socket, record -> record.nonBlocking = nonBlocking);
    }
  }

  private void bound(MadeCall call, CallReturned returned, SocketRecord socket) {
    SocketAddress address = call.target();
    if (address != null) {
      change(
          socket,
          record -> {
            record.binding = address.named() ? Binding.GIVEN : Binding.PORT_CHOSEN;
            record.local = address.named() ? address : null;
            record.phase = record.phase == Phase.UNBOUND ? Phase.BOUND : record.phase;
          });
    }
  }

  private void listens(MadeCall call, CallReturned returned, SocketRecord socket) {
    change(
        socket,
        record -> {
          record.phase = Phase.LISTENING;
          record.backlog = call.call().number("backlog").orElse(-1L);
          bindAutomatically(record);
        });
  }

  private static void bindAutomatically(SocketRecord record) {
    if (record.binding == Binding.NONE && record.kind.internet()) {
      record.binding = Binding.AUTOMATIC;
      record.local = null; // what was told before was of an attempt that failed
    }
  }

  private void ownNameTold(MadeCall call, CallReturned returned, SocketRecord socket) {
    SocketAddress told = returned.result().address();
    change(socket, record -> record.local = told == null || !told.named() ? null : told);
  }

  private void peerNameTold(MadeCall call, CallReturned returned, SocketRecord socket) {
    change(socket, record -> record.peer = returned.result().address());
  }

  private void connected(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (!socket.kind.datagram()) {
      attempts.returned(call, returned, socket);
      return;
    }
    SocketAddress target = call.target();
    if (target == null) {
      return;
    }
    change(
        socket,
        record -> {
          if (target.unspecified()) {
            disconnected(record);
          } else {
            record.peer = target;
            record.phase = Phase.CONNECTED;
            bindAutomatically(record);
          }
        });
  }

  /** A port that bind() did not ask for by its number is given back (udp_disconnect()). */
  private static void disconnected(SocketRecord record) {
    record.peer = null;
    if (record.kind.internet() && record.binding != Binding.GIVEN) {
      record.binding = Binding.NONE;
      record.local = null;
    }
    record.phase = record.binding == Binding.NONE ? Phase.UNBOUND : Phase.BOUND;
  }

  private void shutDown(MadeCall call, CallReturned returned, SocketRecord socket) {
    boolean reading = call.shutsReceiving();
    boolean writing = call.shutsSending();
    if (socket.phase == Phase.LISTENING && socket.kind.tcp()) {
      if (reading) {
        // Linux has a listener whose receiving side is shut down listen no more.
        change(socket, record -> record.phase = Phase.BOUND);
      }
      return;
    }
    if (socket.phase == Phase.CONNECTING) {
      attempts.abandon(socket, returned);
      change(socket, record -> record.phase = Phase.BOUND);
      return;
    }
    change(
        socket,
        record -> {
          record.shutReading = reading && record.shutReading == null ? call : record.shutReading;
          record.shutWriting = writing && record.shutWriting == null ? call : record.shutWriting;
        });
  }

  private void closed(MadeCall call, CallReturned returned, SocketRecord socket) {
    descriptors.closed(call, returned, socket, rights.have(socket.number));
  }

  private void sent(MadeCall call, CallReturned returned, SocketRecord socket) {
    long bytes = call.call().moved(returned.result());
    rights.sent(call, socket, descriptors.of(call.program()));
    if (socket.kind.connects()) {
      attempts.established(socket, returned);
    }
    change(
        socket,
        record -> {
          record.sent += bytes;
          if (record.kind.datagram()) {
            bindAutomatically(record);
            record.phase =
                record.phase == Phase.UNBOUND && record.kind.internet()
                    ? Phase.BOUND
                    : record.phase;
          }
        });
  }

  private void received(MadeCall call, CallReturned returned, SocketRecord socket) {
    long bytes = call.call().moved(returned.result());
    if (bytes > 0 && socket.kind.connects()) {
      attempts.established(socket, returned);
    }
    boolean end = bytes == 0 && socket.kind.stream() && call.call().size() > 0;
    boolean own = socket.shutReading != null;
    change(
        socket,
        record -> {
          record.received += call.peeks() ? 0 : bytes;
          if (end && !own && record.peerEnded == null) {
            record.peerEnded = returned;
          }
        });
  }

  /** SO_ERROR gives the pending error out and forgets it (socket(7)). */
  private void errorTaken(MadeCall call, CallReturned returned, SocketRecord socket) {
    OptionalLong error = PendingError.taken(call.call(), returned.result());
    if (error.orElse(0) != 0) {
      attempts.failed(socket, PendingError.name(error.getAsLong()), call, returned);
    }
    if (error.isPresent()) {
      change(socket, record -> record.pending = null);
    }
  }

  private void failed(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (call.is(Function.CONNECT)) {
      connectFailed(call, returned, socket);
    } else if (call.is(Function.SHUTDOWN)) {
      shutDownFailed(call, returned, socket);
    } else if (call.is(Function.CLOSE) && !call.failedWith("EBADF")) {
      closed(call, returned, socket); // close(2): the number is free even so
    } else if (call.function().waitsFor() != Function.WaitsFor.NOTHING) {
      told(call, returned, socket);
    }
  }

  private void connectFailed(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (!socket.kind.datagram()) {
      attempts.returned(call, returned, socket);
    }
  }

  /** Linux notes it all the same: later calls do not wait. */
  private void shutDownFailed(MadeCall call, CallReturned returned, SocketRecord socket) {
    boolean noted = socket.kind.internet() && socket.phase != Phase.LISTENING;
    if (noted && call.failedWith("ENOTCONN")) {
      shutDown(call, returned, socket);
    }
  }

  /** Errors that are of the connection, or of the attempt, and not of the call that tells them. */
  private void told(MadeCall call, CallReturned returned, SocketRecord socket) {
    boolean connection =
        switch (call.errno()) {
          case "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNREFUSED" -> true;
          case "EPIPE" -> socket.shutWriting == null;
          default -> false;
        };
    if (!connection) {
      return;
    }
    if (socket.kind.datagram()) {
      change(socket, record -> record.told = call);
    } else if (socket.phase != Phase.LISTENING) {
      attempts.failed(socket, call.errno(), call, returned);
    }
  }
}
