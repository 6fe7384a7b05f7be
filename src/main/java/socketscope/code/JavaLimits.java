package socketscope.code;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which calls java.nio makes of the kernel as the experiment did; it refuses others by itself. */
final class JavaLimits {

  /** What the exceptions of the library say where the kernel answered with an error. */
  static final Map<String, String> MESSAGES =
      Map.of(
          "ECONNREFUSED", "\"Connection refused\"",
          "EADDRINUSE", "\"Address already in use\"",
          "EADDRNOTAVAIL", "\"Cannot assign requested address\"",
          "EPIPE", "\"Broken pipe\"",
          "ECONNRESET", "\"Connection reset\", \"Connection reset by peer\"",
          "EMSGSIZE", "\"Message too long\"",
          "EACCES", "\"Permission denied\"",
          "ETIMEDOUT", "\"Connection timed out\"");

  private static final Set<String> OPTIONS =
      Set.of(
          "SO_REUSEADDR", "SO_REUSEPORT", "SO_KEEPALIVE", "SO_RCVBUF", "SO_SNDBUF", "TCP_NODELAY");

  private final Set<String> connected = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Set<Long> impossible = new HashSet<>();

  static Set<Long> impossible(List<Step> steps) {
    JavaLimits limits = new JavaLimits();
    for (Step step : steps) {
      if (limits.can(step)) {
        limits.note(step);
      } else {
        limits.impossible.add(step.callId());
      }
    }
    return Set.copyOf(limits.impossible);
  }

  private void note(Step step) {
    if (step.failed()) {
      return;
    }
    String on = step.on() == null ? "" : step.on().text();
    switch (step.function()) {
      case SOCKET -> made.add(Objects.requireNonNull(step.creates()).text());
      case ACCEPT -> {
        if (step.creates() != null) {
          made.add(step.creates().text());
          connected.add(step.creates().text());
        }
      }
      case CONNECT -> connected.add(on);
      case BIND, LISTEN -> bound.add(on);
      default -> {}
    }
  }

  private boolean can(Step step) {
    if (LeftOut.wantsC(step)) {
      return false;
    }
    if (step.failed() && !MESSAGES.containsKey(step.errno()) && !asksAndLeaves(step)) {
      return false;
    }
    Handle on = step.on();
    if (on == null) {
      return socket(step);
    }
    if (!on.variable() || !on.open() || !made.contains(on.text())) {
      return false;
    }
    boolean stream = on.kind() == Handle.Kind.STREAM;
    boolean datagram = on.kind() == Handle.Kind.DATAGRAM;
    boolean linked = connected.contains(on.text());
    return switch (step.function()) {
      case CLOSE -> true;
      case BIND -> !bound.contains(on.text());
      case LISTEN -> on.kind() == Handle.Kind.LISTENER;
      case ACCEPT ->
          on.kind() == Handle.Kind.LISTENER && bound.contains(on.text()) && !step.failed();
      case CONNECT -> (stream || datagram) && !linked;
      case SEND ->
          linked && (step.argument(2).equals("0") || step.argument(2).equals("MSG_NOSIGNAL"));
      case WRITE -> linked;
      case SENDTO -> datagram && !linked && step.argument(2).equals("0");
      case RECV ->
          stream
              ? linked && (plain(step) || asksAndLeaves(step) || dontWait(step))
              : datagram && plain(step) && !step.failed();
      case READ -> stream ? linked : datagram && !step.failed();
      case RECVFROM -> datagram && plain(step) && !step.failed();
      case SHUTDOWN -> stream && linked && !step.failed() && step.argument(1).startsWith("SHUT_");
      case GETSOCKNAME -> !step.failed() && (linked || bound.contains(on.text()));
      case GETPEERNAME -> linked && !step.failed();
      case SETSOCKOPT -> !step.failed() && OPTIONS.contains(step.argument(2));
      case SOCKET, GETSOCKOPT, FCNTL, IOCTL, SOCKETPAIR, DUP, POLL -> false;
    };
  }

  private static boolean socket(Step step) {
    String domain = step.argument(0);
    String type = step.argument(1);
    return step.creates() != null
        && (domain.equals("AF_INET") || domain.equals("AF_INET6"))
        && (type.equals("SOCK_STREAM") || type.equals("SOCK_DGRAM"));
  }

  private static boolean plain(Step step) {
    return step.argument(2).equals("0");
  }

  static boolean dontWait(Step step) {
    return Touching.flags(step.call()).equals("MSG_DONTWAIT");
  }

  /** A look without waiting, which finds nothing. */
  private static boolean asksAndLeaves(Step step) {
    return dontWait(step)
        && step.errno().equals("EAGAIN")
        && step.on() != null
        && step.on().kind() == Handle.Kind.STREAM
        && step.receives();
  }
}
