package socketscope.socket;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Maker;
import socketscope.socket.SocketRecord.Phase;

/** What calls change: descriptors, sockets, attempts. */
final class CallEffects {

  private final Sockets sockets;
  private final Descriptors descriptors;
  private final Attempts attempts;

  CallEffects(Sockets sockets, Descriptors descriptors, Attempts attempts) {
    this.sockets = sockets;
    this.descriptors = descriptors;
    this.attempts = attempts;
  }

  private @Nullable SocketRecord socket(MadeCall call) {
    return sockets.at(call.socketNumber());
  }

  /** A call enters the kernel; gives it with what is known of it now. */
  MadeCall started(MadeCall call) {
    SocketRecord socket = socket(call);
    boolean connects = socket != null && !socket.kind().datagram();
    return switch (call.function()) {
      case CONNECT -> connects ? attempts.started(call, socket) : call;
      case SOCKET, BIND, LISTEN, ACCEPT, SEND, RECV, SENDTO, RECVFROM, READ, WRITE -> call;
      case SHUTDOWN, CLOSE, GETSOCKNAME, GETPEERNAME, GETSOCKOPT, SETSOCKOPT, FCNTL -> call;
      case IOCTL, SOCKETPAIR, DUP, POLL -> call;
    };
  }

  /** A call has returned. */
  void returned(MadeCall call, CallReturned returned) {
    created(call, returned);
    SocketRecord socket = socket(call);
    if (socket == null) {
      if (call.is(Function.CLOSE) && call.succeeded()) {
        freeNumber(call);
      }
    } else if (call.failed()) {
      failed(call, returned, socket);
    } else {
      succeeded(call, returned, socket);
    }
  }

  private void created(MadeCall call, CallReturned returned) {
    Result result = returned.result();
    if (result.failed()) {
      return;
    }
    switch (CallArguments.creates(call.call())) {
      case NOTHING -> {}
      case SOCKET -> made(call, returned.created(), (int) result.value(), Maker.SOCKET);
      case SOCKET_PAIR -> pair(call, returned);
      case ACCEPTED -> accepted(call, returned);
      case DUPLICATE -> {
        if (call.socketNumber() != MadeCall.NONE) {
          open(call, (int) result.value(), call.socketNumber());
        }
      }
    }
  }

  private int made(MadeCall call, @Nullable SocketId created, int descriptor, Maker maker) {
    if (created == null) {
      return MadeCall.NONE;
    }
    int number = sockets.known(created, call.until()).number;
    sockets.change(
        number,
        record -> {
          record.kind = SocketKind.of(call.call());
          record.maker = maker;
          record.descriptor = descriptor;
          record.nonBlocking = CallArguments.madeNonBlocking(call.call());
        });
    open(call, descriptor, number);
    return number;
  }

  /** Both ends are connected from the start. */
  private void pair(MadeCall call, CallReturned returned) {
    CallArguments.pair(returned.result())
        .ifPresent(pair -> {
          int first = made(call, returned.created(), pair[0], Maker.SOCKETPAIR);
          int second = made(call, returned.second(), pair[1], Maker.SOCKETPAIR);
          joined(first, second);
          joined(second, first);
        });
  }

  private void joined(int number, int partner) {
    if (number != MadeCall.NONE && partner != MadeCall.NONE) {
      sockets.change(
          number,
          record -> {
            record.partner = partner;
            record.phase = Phase.CONNECTED;
          });
    }
  }

  private void accepted(MadeCall call, CallReturned returned) {
    SocketRecord listener = socket(call);
    SocketId created = returned.created();
    if (created == null) {
      return;
    }
    int number = sockets.known(created, call.until()).number;
    sockets.change(
        number,
        record -> {
          record.kind = listener == null ? record.kind : listener.kind;
          record.maker = Maker.ACCEPT;
          record.binding = Binding.ACCEPTED;
          record.listener = listener == null ? MadeCall.NONE : listener.number;
          record.descriptor = (int) returned.result().value();
          record.phase = record.phase == Phase.UNBOUND ? Phase.CONNECTED : record.phase;
          record.peer = record.peer == null ? returned.result().address() : record.peer;
          if (record.local == null && listener != null && specific(listener.local)) {
            record.local = listener.local;
          }
        });
    open(call, (int) returned.result().value(), number);
  }

  private static boolean specific(@Nullable SocketAddress address) {
    return address != null && !address.wildcard();
  }

  /** A number stands for a socket now, and no longer for what it stood for before. */
  private void open(MadeCall call, int descriptor, int number) {
    DescriptorTable table = descriptors.of(call.program());
    table
        .at(descriptor)
        .filter(before -> before.socketNumber() != number)
        .ifPresent(before -> gone(before.socketNumber(), Objects.requireNonNull(call.returned())));
    boolean anew = table.at(descriptor).filter(before -> before.socketNumber() == number).isEmpty();
    descriptors.set(
        call.program(), table.with(new DescriptorTable.Entry(descriptor, number, call)));
    if (anew) {
      sockets.change(number, record -> record.descriptors++);
    }
  }

  /** One descriptor of a socket is gone; with the last one, the socket. */
  private void gone(int number, Event event) {
    SocketRecord now =
        sockets.change(number, record -> record.descriptors = Math.max(0, record.descriptors - 1));
    if (now.descriptors == 0) {
      close(now, event);
    }
  }

  private void close(SocketRecord socket, Event event) {
    attempts.abandon(socket, event);
    sockets.change(
        socket.number,
        record -> {
          record.descriptors = 0;
          record.closed = record.closed == null ? event : record.closed;
          record.phase = Phase.CLOSED;
        });
  }

  /** The number may have been given out again before the return of close() was seen. */
  private void freeNumber(MadeCall call) {
    int descriptor = call.call().descriptor().orElse(-1);
    DescriptorTable table = descriptors.of(call.program());
    boolean again =
        table.at(descriptor).filter(now -> now.socketNumber() != call.socketNumber()).isPresent();
    if (!again) {
      descriptors.set(call.program(), table.closed(descriptor, call));
    }
  }

  private void succeeded(MadeCall call, CallReturned returned, SocketRecord socket) {
    Result result = returned.result();
    switch (call.function()) {
      case BIND -> change(socket, record -> bound(record, CallArguments.address(call.call())));
      case LISTEN ->
          change(
              socket,
              record -> {
                record.phase = Phase.LISTENING;
                record.backlog = CallArguments.backlog(call.call()).orElse(-1);
                bindAutomatically(record);
              });
      case CONNECT -> connected(call, returned, socket);
      case SHUTDOWN -> shutDown(call, returned, socket);
      case CLOSE -> closed(call, returned, socket);
      case SEND, SENDTO, WRITE -> sent(socket, result.value(), returned);
      case RECV, RECVFROM, READ -> received(call, returned, socket);
      case GETSOCKNAME -> change(socket, record -> nameIs(record, result.address()));
      case GETPEERNAME -> change(socket, record -> record.peer = result.address());
      case SETSOCKOPT ->
          change(
              socket,
              record ->
                  record.options =
                      record.options.with(
                          CallArguments.option(call.call()),
                          CallArguments.optionValue(call.call())));
      case GETSOCKOPT -> errorTaken(call, returned, socket);
      case FCNTL -> {
        Boolean nonBlocking = CallArguments.nonBlocking(call.call());
        if (nonBlocking != null) {
          change(socket, record -> record.nonBlocking = nonBlocking);
        }
      }
      case SOCKET, SOCKETPAIR, ACCEPT, DUP, IOCTL, POLL -> {}
    }
  }

  private void change(SocketRecord socket, Consumer<SocketRecord> change) {
    sockets.change(socket.number, change);
  }

  private static void bound(SocketRecord record, @Nullable SocketAddress address) {
    if (address == null) {
      return;
    }
    boolean chosen =
        switch (address) {
          case SocketAddress.Inet4 inet -> inet.port() == 0;
          case SocketAddress.Inet6 inet -> inet.port() == 0;
          case SocketAddress.Unix unix -> unix.unnamed();
          case SocketAddress.Other _ -> false;
        };
    record.binding = chosen ? Binding.PORT_CHOSEN : Binding.GIVEN;
    record.local = chosen ? null : address;
    record.phase = record.phase == Phase.UNBOUND ? Phase.BOUND : record.phase;
  }

  private static void bindAutomatically(SocketRecord record) {
    if (record.binding == Binding.NONE && record.kind.internet()) {
      record.binding = Binding.AUTOMATIC;
      record.local = null; // what was told before was of an attempt that failed
    }
  }

  private static void nameIs(SocketRecord record, @Nullable SocketAddress address) {
    boolean named =
        switch (address) {
          case null -> false;
          case SocketAddress.Inet4 inet -> inet.port() != 0;
          case SocketAddress.Inet6 inet -> inet.port() != 0;
          case SocketAddress.Unix unix -> !unix.unnamed();
          case SocketAddress.Other _ -> true;
        };
    record.local = named ? address : null;
  }

  private void connected(MadeCall call, CallReturned returned, SocketRecord socket) {
    if (!socket.kind.datagram()) {
      attempts.returned(call, returned, socket);
      return;
    }
    SocketAddress target = CallArguments.address(call.call());
    if (target == null) {
      return;
    }
    change(
        socket,
        record -> {
          if (CallArguments.unspecified(target)) {
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

  private void shutDown(MadeCall call, Event returned, SocketRecord socket) {
    boolean reading = CallArguments.shutsReading(call.call());
    boolean writing = CallArguments.shutsWriting(call.call());
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
    freeNumber(call);
    if (returned.kept()) {
      change(socket, record -> record.descriptors = Math.max(1, record.descriptors - 1));
    } else {
      gone(socket.number, returned);
    }
  }

  private void sent(SocketRecord socket, long bytes, Event returned) {
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
    long bytes = returned.result().value();
    if (bytes > 0 && socket.kind.connects()) {
      attempts.established(socket, returned);
    }
    boolean end = bytes == 0 && socket.kind.stream() && CallArguments.room(call.call()) > 0;
    boolean own = socket.shutReading != null;
    change(
        socket,
        record -> {
          record.received += CallArguments.peeks(call.call()) ? 0 : bytes;
          if (end && !own && record.peerEnded == null) {
            record.peerEnded = returned;
          }
        });
  }

  /** SO_ERROR gives the pending error out and forgets it (socket(7)). */
  private void errorTaken(MadeCall call, CallReturned returned, SocketRecord socket) {
    Long error = CallArguments.pendingError(call.call(), returned.result());
    if (error != null && error != 0) {
      attempts.failed(socket, CallArguments.errno(error), call, returned);
    }
    if (error != null) {
      change(socket, record -> record.pending = null);
    }
  }

  private void failed(MadeCall call, CallReturned returned, SocketRecord socket) {
    switch (call.function()) {
      case CONNECT -> {
        if (!socket.kind.datagram()) {
          attempts.returned(call, returned, socket);
        }
      }
      case SEND, SENDTO, WRITE, RECV, RECVFROM, READ, ACCEPT -> told(call, returned, socket);
      case SHUTDOWN -> {
        if (call.failedWith("ENOTCONN")
            && socket.kind.internet()
            && socket.phase != Phase.LISTENING) {
          // Linux notes it all the same: later calls do not wait.
          shutDown(call, returned, socket);
        }
      }
      case CLOSE -> closed(call, returned, socket); // close(2): the number is free even so
      case SOCKET, SOCKETPAIR, BIND, LISTEN, GETSOCKNAME, GETPEERNAME, GETSOCKOPT -> {}
      case SETSOCKOPT, FCNTL, IOCTL, DUP, POLL -> {}
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

  /** The kernel closes what a process leaves. */
  void ended(String program, Event event) {
    for (DescriptorTable.Entry entry : descriptors.of(program).open()) {
      gone(entry.socketNumber(), event);
    }
    descriptors.forget(program);
    for (SocketRecord socket : sockets.openOf(program)) {
      close(socket, event);
    }
  }
}
