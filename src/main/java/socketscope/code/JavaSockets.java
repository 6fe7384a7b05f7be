package socketscope.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;

/** What became of a Java program's channels, call by call; by the names of their variables. */
final class JavaSockets {

  private final Set<String> made = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> listening = new HashSet<>();
  private final Set<String> connected = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> deaf = new HashSet<>();
  private final Set<String> reset = new HashSet<>();
  private final Set<String> waitsNot = new HashSet<>();

  private final Map<String, SocketAddress> listeners = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /** A call was made. */
  void note(Step step) {
    String on = step.on() == null ? "" : step.on().text();
    if (step.failed()) {
      if (step.receives() && step.errno().equals("ECONNRESET")) {
        reset.add(on);
      } else if (step.errno().equals("EINPROGRESS")) {
        bound.add(on);
      }
      return;
    }
    switch (step.function()) {
      case SOCKET -> {
        String name = Objects.requireNonNull(step.creates()).text();
        made.add(name);
        if (step.argument(1).contains("SOCK_NONBLOCK")) {
          waitsNot.add(name);
        }
      }
      case ACCEPT -> {
        if (step.creates() != null) {
          made.add(step.creates().text());
          connected.add(step.creates().text());
        }
      }
      case CONNECT -> connected.add(on);
      case BIND -> {
        bound.add(on);
        if (step.on().kind() == Handle.Kind.LISTENER) {
          listeners.put(on, Objects.requireNonNull(step.made().address()));
        }
      }
      case SENDTO -> bound.add(on);
      case CLOSE -> listeners.remove(on);
      case SETSOCKOPT -> {
        if (step.argument(2).equals("SO_REUSEPORT")) {
          shared.add(on);
        }
      }
      case LISTEN -> {
        bound.add(on);
        listening.add(on);
      }
      case SHUTDOWN -> shut(step, on);
      case FCNTL -> setWaiting(on, !step.argument(2).contains("O_NONBLOCK"));
      case IOCTL ->
          setWaiting(on, step.given(2) instanceof Argument.Number(long value) && value == 0);
      default -> {}
    }
  }

  private void setWaiting(String on, boolean waits) {
    if (waits) {
      waitsNot.remove(on);
    } else {
      waitsNot.add(on);
    }
  }

  private void shut(Step step, String on) {
    if (!step.argument(1).equals("SHUT_RD")) {
      ended.add(on);
    }
    if (!step.argument(1).equals("SHUT_WR")) {
      deaf.add(on);
    }
  }

  /** Nothing is known of the socket any more. */
  void lose(Handle handle) {
    made.remove(handle.text());
  }

  boolean has(Handle handle) {
    return handle.variable() && made.contains(handle.text());
  }

  boolean isBound(Handle handle) {
    return bound.contains(handle.text());
  }

  /** Whether no other socket listens at the address, which it does from its bind() on. */
  boolean isFree(Step bind) {
    return shared.contains(Objects.requireNonNull(bind.on()).text())
        || !listeners.containsValue(bind.made().address());
  }

  boolean isListening(Handle handle) {
    return listening.contains(handle.text());
  }

  boolean isConnected(Handle handle) {
    return connected.contains(handle.text());
  }

  /** Whether the library lets nothing more be sent. */
  boolean hasEnded(Handle handle) {
    return ended.contains(handle.text());
  }

  /** Whether the library receives nothing more. */
  boolean isDeaf(Handle handle) {
    return deaf.contains(handle.text());
  }

  /** Whether the library goes on to tell of a reset. */
  boolean isReset(Handle handle) {
    return reset.contains(handle.text());
  }

  boolean waitsNot(Handle handle) {
    return waitsNot.contains(handle.text());
  }
}
