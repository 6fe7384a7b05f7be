package socketscope.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.explain.SocketStory.Phase;

/** What a returned call changes in the story of its socket. */
final class Effects {

  private final Story story;
  private final CallStory call;
  private final CallReturned returned;
  private final Result result;
  private final @Nullable SocketStory socket;

  Effects(Story story, CallStory call, CallReturned returned) {
    this.story = story;
    this.call = call;
    this.returned = returned;
    this.result = returned.result();
    this.socket = story.socket(call.socket());
  }

  /** A call that failed changes a socket only where it left a connection on its way. */
  void applyFailure() {
    boolean under =
        result.errno() != null
            && (result.errno().name().equals("EINPROGRESS")
                || result.errno().name().equals("EINTR"));
    if (socket != null && call.is(Function.CONNECT) && under) {
      socket.advance(Phase.CONNECTING);
      socket.peerIs(address());
    }
  }

  void apply() {
    switch (call.call().function()) {
      case SOCKET -> create(returned.created(), (int) result.value());
      case SOCKETPAIR -> createPair();
      case ACCEPT -> accept();
      case DUP -> duplicate();
      case FCNTL -> {
        if (constant(1).startsWith("F_DUPFD")) {
          duplicate();
        }
      }
      case CLOSE -> close();
      default -> {
        if (socket != null) {
          change(socket);
        }
      }
    }
  }

  private @Nullable SocketStory create(@Nullable SocketId created, int descriptor) {
    return create(created, descriptor, constant(0), constant(1));
  }

  private @Nullable SocketStory create(
      @Nullable SocketId created, int descriptor, String domain, String type) {
    if (created == null) {
      return null;
    }
    SocketStory fresh = new SocketStory(created, descriptor, domain, type);
    story.opened(fresh);
    return fresh;
  }

  /** Both ends are connected from the start. */
  private void createPair() {
    List<Integer> descriptors = result.descriptors();
    if (descriptors.size() != 2) {
      return;
    }
    SocketStory first = create(returned.created(), descriptors.getFirst());
    SocketStory second = create(returned.second(), descriptors.getLast());
    if (first != null && second != null) {
      first.advance(Phase.CONNECTED);
      second.advance(Phase.CONNECTED);
    }
  }

  private void accept() {
    String domain = socket == null ? "" : socket.domain();
    String type = socket == null || socket.stream() ? "SOCK_STREAM" : socket.type();
    SocketStory accepted = create(returned.created(), (int) result.value(), domain, type);
    if (accepted != null) {
      accepted.advance(Phase.CONNECTED);
      accepted.peerIs(result.address());
      accepted.localIs(
          socket != null && SocketAddresses.specific(socket.local()) ? socket.local() : null);
    }
  }

  private void duplicate() {
    if (socket != null) {
      story.shared(call.program(), (int) result.value(), socket.id());
    }
  }

  private void close() {
    call.call().descriptor().ifPresent(number -> story.closed(call.program(), number));
    if (socket != null && !returned.kept() && !story.hasDescriptor(socket.id())) {
      socket.close();
    }
  }

  private void change(SocketStory on) {
    switch (call.call().function()) {
      case BIND -> {
        on.advance(Phase.BOUND);
        on.localIs(SocketAddresses.port(address()) == 0 ? null : address());
      }
      case LISTEN -> on.advance(Phase.LISTENING);
      case CONNECT -> {
        on.advance(Phase.CONNECTED);
        on.peerIs(address());
      }
      case SHUTDOWN -> shutdown(on);
      case GETSOCKNAME -> on.localIs(result.address());
      case GETPEERNAME -> on.peerIs(result.address());
      case SEND, SENDTO, WRITE -> {
        if (on.phase() == Phase.UNBOUND) {
          on.advance(Phase.BOUND);
        }
      }
      default -> {}
    }
  }

  private void shutdown(SocketStory on) {
    boolean reading = !constant(1).equals("SHUT_WR");
    boolean writing = !constant(1).equals("SHUT_RD");
    if (on.phase() == Phase.LISTENING) {
      if (reading) {
        on.advance(Phase.BOUND);
      }
    } else {
      on.shut(reading, writing);
    }
  }

  /** What the kernel says of a socket overrules what the calls let suppose. */
  static void observed(SocketStory socket, SocketObserved observed) {
    if (observed.state() == TcpState.LISTEN) {
      socket.advance(Phase.LISTENING);
    } else if (observed.state() == TcpState.ESTABLISHED) {
      socket.advance(Phase.CONNECTED);
    }
  }

  private String constant(int index) {
    return call.call().argument(index, Argument.Named.class).constant().spelled();
  }

  private @Nullable SocketAddress address() {
    for (Argument argument : call.call().arguments()) {
      if (argument instanceof Argument.Address(SocketAddress address)) {
        return address;
      }
    }
    return null;
  }
}
