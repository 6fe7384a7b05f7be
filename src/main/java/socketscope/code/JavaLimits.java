package socketscope.code;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * Which calls java.nio makes of the kernel as the experiment did. It refuses others by itself, or
 * does something else; where a call that changes something is left out, so are those that would
 * find the change.
 */
final class JavaLimits {

  /** What the exceptions of the library say where the kernel answered with an error. */
  static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("ECONNREFUSED", "\"Connection refused\""),
          Map.entry("EADDRINUSE", "\"Address already in use\""),
          Map.entry("EADDRNOTAVAIL", "\"Cannot assign requested address\""),
          Map.entry("EPIPE", "\"Broken pipe\""),
          Map.entry("ECONNRESET", "\"Connection reset\", \"Connection reset by peer\""),
          Map.entry("EMSGSIZE", "\"Message too long\""),
          Map.entry("EACCES", "\"Permission denied\""),
          Map.entry("ENOENT", "\"No such file or directory\""),
          Map.entry("ETIMEDOUT", "\"Connection timed out\""));

  private static final Set<String> OPTIONS =
      Set.of(
          "SO_REUSEADDR", "SO_REUSEPORT", "SO_KEEPALIVE", "SO_RCVBUF", "SO_SNDBUF", "TCP_NODELAY");

  /** Options that no later call of an experiment finds, whatever their value. */
  private static final Set<String> UNNOTICED =
      Set.of(
          "SO_KEEPALIVE",
          "SO_REUSEADDR",
          "SO_REUSEPORT",
          "TCP_NODELAY",
          "TCP_CONGESTION",
          "TCP_SYNCNT",
          "IP_TOS",
          "IP_TTL");

  private final JavaSockets sockets = new JavaSockets();
  private final List<Step> steps;
  private final Set<Long> beyond;

  private JavaLimits(List<Step> steps, Set<Long> lost) {
    this.steps = steps;
    this.beyond = new HashSet<>(lost);
  }

  /**
   * The calls of a program that cannot be made.
   *
   * @param lost calls that would find something else than in the experiment
   */
  static Set<Long> impossible(List<Step> steps, Set<Long> lost) {
    JavaLimits limits = new JavaLimits(steps, lost);
    for (Step step : steps) {
      // Whoever was waiting for room may wait in vain.
      boolean stuck = !lost.isEmpty() && step.sends() && step.made().blocked();
      if (!stuck && !limits.beyond.contains(step.callId()) && limits.can(step)) {
        limits.sockets.note(step);
      } else {
        limits.leave(step);
      }
    }
    return Set.copyOf(limits.beyond);
  }

  private void leave(Step step) {
    beyond.add(step.callId());
    if (step.on() != null && changes(step)) {
      sockets.lose(step.on());
      steps.stream().filter(other -> isWokenBy(other, step)).forEach(o -> beyond.add(o.callId()));
    }
  }

  /** Whether a call slept on the same socket while the other one was made. */
  private static boolean isWokenBy(Step sleeping, Step waking) {
    return sleeping.made().blocked()
        && Objects.equals(sleeping.made().socket(), waking.made().socket())
        && sleeping.made().began() < waking.made().began()
        && sleeping.made().returned() > waking.made().began();
  }

  private static boolean changes(Step step) {
    return switch (step.function()) {
      case SHUTDOWN -> true;
      case GETSOCKNAME, GETPEERNAME, POLL -> false;
      case GETSOCKOPT -> step.argument(2).equals("SO_ERROR");
      case SETSOCKOPT -> !step.failed() && !UNNOTICED.contains(step.argument(2));
      case FCNTL -> !step.failed() && !step.argument(1).startsWith("F_GET");
      case IOCTL -> !step.failed() && step.argument(1).equals("FIONBIO");
      case RECV, RECVFROM, READ ->
          !step.failed() && !Touching.flags(step.call()).contains("MSG_PEEK");
      default -> !step.failed();
    };
  }

  private boolean can(Step step) {
    Handle on = step.on();
    if (step.failed() && !isTold(step)) {
      return false;
    }
    if (on == null) {
      return step.function() == Function.SOCKET && socket(step);
    }
    return on.open() && sockets.has(on) && !isRefused(step) && can(step, on);
  }

  /** Whether the library tells of that error. */
  private boolean isTold(Step step) {
    return MESSAGES.containsKey(step.errno())
        || step.errno().equals("EAGAIN") && step.on() != null && waitsNot(step, step.on())
        || step.errno().equals("EINPROGRESS");
  }

  /** Pointers to no memory and lengths of one's own. */
  private static boolean isRefused(Step step) {
    boolean local =
        step.made().address() instanceof SocketAddress.Unix unix
            && !unix.abstractName()
            && !unix.unnamed()
            && Quoted.plain(unix.name()).isPresent();
    return switch (step.function()) {
      case BIND, CONNECT -> !local && Slots.areUnusual(step) || step.given(2) != null;
      case SETSOCKOPT, IOCTL, GETSOCKOPT -> false;
      default -> Slots.areUnusual(step);
    };
  }

  private boolean can(Step step, Handle on) {
    boolean stream = on.kind() == Handle.Kind.STREAM;
    boolean datagram = on.kind() == Handle.Kind.DATAGRAM;
    boolean linked = sockets.isConnected(on);
    return switch (step.function()) {
      case CLOSE -> steps.stream().noneMatch(other -> isWokenBy(other, step));
      case BIND ->
          !sockets.isBound(on) && isFamily(step, on) && (step.failed() || sockets.isFree(step));
      case LISTEN ->
          on.kind() == Handle.Kind.LISTENER
              && !sockets.isListening(on)
              && !step.failed()
              && !step.argument(1).matches("0|-.*");
      case ACCEPT -> on.kind() == Handle.Kind.LISTENER && sockets.isListening(on);
      case CONNECT ->
          (stream || datagram)
              && !linked
              && isFamily(step, on)
              && (!step.failed() || !sockets.isBound(on));
      case SEND, WRITE -> linked && sendsPlainly(step) && !sockets.hasEnded(on);
      case SENDTO -> datagram && !linked && sendsPlainly(step) && isFamily(step, on);
      case RECV, READ, RECVFROM -> receives(step, on, stream && linked || datagram);
      case SHUTDOWN -> stream && linked && !step.failed() && step.argument(1).startsWith("SHUT_");
      case GETSOCKNAME -> !step.failed() && (linked || sockets.isBound(on)) && isNamed(step);
      case GETPEERNAME -> linked && !step.failed() && isNamed(step);
      case SETSOCKOPT -> !step.failed() && setsOption(step);
      case GETSOCKOPT -> !step.failed() && getsOption(step, on);
      case FCNTL ->
          step.argument(1).equals("F_SETFL") && step.argument(2).matches("0|O_RDWR|.*O_NONBLOCK.*");
      case IOCTL -> step.argument(1).equals("FIONBIO") && step.given(2) instanceof Argument.Number;
      case SOCKET, SOCKETPAIR, DUP, POLL -> false;
    };
  }

  private boolean receives(Step step, Handle on, boolean can) {
    if (!can
        || !receivesPlainly(step)
        || sockets.isReset(on) && !step.errno().equals("ECONNRESET")) {
      return false;
    }
    if (on.kind() == Handle.Kind.DATAGRAM) {
      return step.function() != Function.RECVFROM || !sockets.isConnected(on);
    }
    boolean end = step.result() != null && step.result().value() == 0;
    return !sockets.isDeaf(on) || end;
  }

  private static boolean sendsPlainly(Step step) {
    return step.function() == Function.WRITE
        || step.argument(2)
            .matches("(0|MSG_NOSIGNAL|MSG_DONTWAIT)(\\|MSG_NOSIGNAL|\\|MSG_DONTWAIT)*");
  }

  private static boolean receivesPlainly(Step step) {
    return step.function() == Function.READ || step.argument(2).matches("0|MSG_DONTWAIT");
  }

  /** Whether the address is one of the channel's family, which the library looks at itself. */
  private static boolean isFamily(Step step, Handle on) {
    return switch (Objects.requireNonNull(step.made().address())) {
      case SocketAddress.Inet4 _ -> on.family() == Handle.Family.INET;
      case SocketAddress.Inet6 _ -> on.family() == Handle.Family.INET6;
      case SocketAddress.Unix _ -> on.family() == Handle.Family.UNIX;
      case SocketAddress.Other _ -> false;
    };
  }

  /** Abstract names are none to Java. */
  private static boolean isNamed(Step step) {
    return step.result() == null
        || !(step.result().address() instanceof SocketAddress.Unix unix && unix.abstractName());
  }

  private static boolean setsOption(Step step) {
    return isLinger(step)
        || OPTIONS.contains(step.argument(2))
            && step.given(4) == null
            && step.given(3) instanceof Argument.Number(long value)
            // The library raises smaller buffers.
            && (!step.argument(2).endsWith("BUF") || value >= 1024);
  }

  private static boolean getsOption(Step step, Handle on) {
    boolean flag = OPTIONS.contains(step.argument(2)) && !step.argument(2).endsWith("BUF");
    boolean linger = step.argument(2).equals("SO_LINGER") && on.kind() == Handle.Kind.STREAM;
    return step.given(3) == null && (flag && on.kind() != Handle.Kind.LISTENER || linger);
  }

  /** SO_LINGER with both of its fields. */
  static boolean isLinger(Step step) {
    return step.argument(2).equals("SO_LINGER")
        && step.on() != null
        && step.on().kind() == Handle.Kind.STREAM
        && step.given(4) == null
        && step.given(3) instanceof Argument.Structure structure
        && structure.fields().size() == 2;
  }

  private static boolean socket(Step step) {
    Handle made = step.creates();
    boolean known = made != null && made.kind() != Handle.Kind.OTHER;
    return known
        && (made.isInternet()
            || made.family() == Handle.Family.UNIX && made.kind() != Handle.Kind.DATAGRAM)
        && !step.argument(1).contains("SEQPACKET");
  }

  static boolean dontWait(Step step) {
    return Touching.flags(step.call()).contains("MSG_DONTWAIT");
  }

  private boolean waitsNot(Step step, @Nullable Handle on) {
    return dontWait(step) || on != null && sockets.waitsNot(on);
  }
}
