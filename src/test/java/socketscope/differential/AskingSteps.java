package socketscope.differential;

import java.util.List;
import java.util.Map;
import socketscope.differential.Actor.Kind;
import socketscope.differential.Actor.Thing;

/** Steps that set and ask: options, names, flags, who is ready; and copies of descriptors. */
final class AskingSteps {

  private static final List<String> SWITCHES =
      List.of(
          "SOL_SOCKET, SO_REUSEADDR",
          "SOL_SOCKET, SO_REUSEPORT",
          "SOL_SOCKET, SO_KEEPALIVE",
          "SOL_SOCKET, SO_OOBINLINE",
          "SOL_SOCKET, SO_DONTROUTE",
          "IPPROTO_TCP, TCP_NODELAY",
          "IPPROTO_TCP, TCP_CORK",
          "IPPROTO_TCP, TCP_QUICKACK",
          "IPPROTO_TCP, TCP_DEFER_ACCEPT",
          "IPPROTO_IP, IP_RECVTTL",
          "IPPROTO_IP, IP_RECVERR");

  private static final List<String> ASKED =
      List.of(
          "SOL_SOCKET, SO_ERROR",
          "SOL_SOCKET, SO_TYPE",
          "SOL_SOCKET, SO_ACCEPTCONN",
          "SOL_SOCKET, SO_SNDBUF",
          "SOL_SOCKET, SO_RCVBUF",
          "IPPROTO_TCP, TCP_MAXSEG",
          "IPPROTO_TCP, TCP_NODELAY");

  private static final List<String> READY =
      List.of("EPOLLIN", "EPOLLIN|EPOLLOUT", "EPOLLIN|EPOLLET", "EPOLLOUT|EPOLLONESHOT");

  private final Script script;

  AskingSteps(Script script) {
    this.script = script;
  }

  void ask(Actor actor, String name, Thing thing) {
    switch (script.random.nextInt(20)) {
      case 0 -> script.add(actor, thing, "getsockname(" + name + ")");
      case 1 -> script.add(actor, thing, "getpeername(" + name + ")");
      case 2, 3 ->
          script.add(actor, thing, "getsockopt(%s, %s)".formatted(name, script.oneOf(ASKED)));
      case 4 -> set(actor, name, thing, script.oneOf(SWITCHES) + ", " + script.random.nextInt(2));
      case 5, 6, 7 -> set(actor, name, thing, RandomOptions.set(script.random));
      case 8 -> set(actor, name, thing, buffer());
      case 9 -> script.add(actor, thing, "ioctl(" + name + ", FIONREAD)");
      case 10 -> nonBlocking(actor, name, thing);
      case 11, 12 -> copy(actor, name, thing);
      case 13 ->
          script.line(
              "%s: poll([{%s, POLLIN|POLLOUT}%s], 0)".formatted(actor.name, name, another(actor)));
      case 14 -> select(actor, name);
      default -> epoll(actor, name);
    }
  }

  private String another(Actor actor) {
    return script.chance(2) ? ", {" + actor.any(script.random) + ", POLLIN|POLLPRI}" : "";
  }

  private String buffer() {
    String which = script.chance(2) ? "SO_RCVBUF" : "SO_SNDBUF";
    return "SOL_SOCKET, " + which + ", " + script.random.nextInt(20_000);
  }

  private void set(Actor actor, String name, Thing thing, String option) {
    script.add(actor, thing, "setsockopt(" + name + ", " + option + ")");
  }

  private void nonBlocking(Actor actor, String name, Thing thing) {
    if (!thing.kind.socket()) {
      return;
    }
    // Whether a call may wait is known of what was told so only.
    if (script.chance(2)) {
      script.add(actor, thing, "ioctl(" + name + ", FIONBIO, 1)");
    } else {
      script.add(actor, thing, "fcntl(" + name + ", F_SETFL, O_NONBLOCK)");
    }
  }

  private void copy(Actor actor, String name, Thing thing) {
    if (script.chance(4) && actor.open.size() > 1) {
      String replaced = actor.any(script.random);
      Thing before = actor.open.get(replaced);
      if (!replaced.equals(name) && !before.asleep && !before.listening) {
        script.add(actor, thing, "fcntl(" + name + ", F_DUPFD, 20)");
      }
      return;
    }
    String call = script.chance(4) ? "fcntl(" + name + ", F_DUPFD, 30)" : "dup(" + name + ")";
    script.add(actor, thing, actor.begin(thing) + " = " + call);
  }

  private void select(Actor actor, String name) {
    String two = script.chance(2) ? ", " + actor.any(script.random) : "";
    script.line(
        "%s: select(100, [%s%s], [%s], [%s], {0, 0})".formatted(actor.name, name, two, name, name));
  }

  private void epoll(Actor actor, String name) {
    String epoll = null;
    for (Map.Entry<String, Thing> each : actor.open.entrySet()) {
      epoll = each.getValue().kind == Kind.EPOLL ? each.getKey() : epoll;
    }
    if (epoll == null) {
      epoll = actor.begin(new Thing(Kind.EPOLL, true));
      script.line("%s: %s = epoll_create1(0)".formatted(actor.name, epoll));
    }
    String ready = script.oneOf(READY);
    switch (script.random.nextInt(8)) {
      case 0 ->
          script.line(
              "%s: epoll_ctl(%s, EPOLL_CTL_DEL, %s, {0})".formatted(actor.name, epoll, name));
      case 1 ->
          script.line(
              "%s: epoll_ctl(%s, EPOLL_CTL_MOD, %s, {%s})"
                  .formatted(actor.name, epoll, name, ready));
      case 2, 3 ->
          script.line(
              "%s: epoll_ctl(%s, EPOLL_CTL_ADD, %s, {%s})"
                  .formatted(actor.name, epoll, name, ready));
      default -> {
        script.line(
            "%s: epoll_ctl(%s, EPOLL_CTL_ADD, %s, {%s})".formatted(actor.name, epoll, name, ready));
        script.line("%s: epoll_wait(%s, 8, 0)".formatted(actor.name, epoll));
      }
    }
  }
}
