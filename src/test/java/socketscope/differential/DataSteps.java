package socketscope.differential;

import java.util.List;
import socketscope.differential.Actor.Kind;
import socketscope.differential.Actor.Thing;

/** Steps that move data, by every call that does, and none that keeps the experiment waiting. */
final class DataSteps {

  private static final List<String> SENT =
      List.of(
          "MSG_DONTWAIT",
          "MSG_DONTWAIT",
          "MSG_DONTWAIT|MSG_NOSIGNAL",
          "MSG_DONTWAIT|MSG_MORE",
          "MSG_DONTWAIT|MSG_OOB",
          "MSG_DONTWAIT|MSG_EOR");

  private static final List<String> RECEIVED =
      List.of(
          "MSG_DONTWAIT",
          "MSG_DONTWAIT",
          "MSG_DONTWAIT",
          "MSG_DONTWAIT|MSG_PEEK",
          "MSG_DONTWAIT|MSG_TRUNC",
          "MSG_DONTWAIT|MSG_OOB",
          "MSG_DONTWAIT|MSG_ERRQUEUE");

  private final Script script;

  DataSteps(Script script) {
    this.script = script;
  }

  private String target(Thing socket) {
    return socket.kind.unix() ? script.path() : script.host(script.family()) + ":" + script.port(8);
  }

  void send(Actor actor, String name, Thing thing) {
    String text = script.text();
    String flags = script.oneOf(SENT);
    if (!thing.kind.socket()) {
      if (!thing.blocking) {
        String data = thing.kind == Kind.EVENTFD ? "hex:0100000000000000" : text;
        script.add(actor, thing, "write(" + name + ", " + data + ")");
      }
      return;
    }
    String call =
        switch (script.random.nextInt(thing.connected ? 14 : 10)) {
          case 0, 1, 2 -> "sendto(%s, %s, %s, %s)".formatted(name, text, flags, target(thing));
          case 3 -> "sendmsg(%s, {msg_iov=[%s, \"y\"]}, MSG_DONTWAIT)".formatted(name, text);
          case 4 ->
              "sendmsg(%s, {msg_name=%s, msg_iov=[%s]}, MSG_DONTWAIT)"
                  .formatted(name, target(thing), text);
          case 5 ->
              "sendmmsg(%s, [{msg_iov=[%s]}, {msg_iov=[\"2\", \"3\"]}], %s)"
                  .formatted(name, text, flags);
          case 6 -> thing.blocking ? "" : "writev(%s, [%s, \"zz\"])".formatted(name, text);
          case 7 -> thing.blocking ? "" : "write(%s, %s)".formatted(name, text);
          default -> "send(%s, %s, %s)".formatted(name, text, flags);
        };
    if (!call.isEmpty()) {
      script.add(actor, thing, call);
    }
  }

  void receive(Actor actor, String name, Thing thing) {
    int size = script.chance(5) ? script.random.nextInt(4) : 100;
    String flags = script.oneOf(RECEIVED);
    if (!thing.kind.socket()) {
      if (!thing.blocking && thing.kind != Kind.EPOLL) {
        script.add(actor, thing, "read(" + name + ", " + Math.max(size, 1) + ")");
      }
      return;
    }
    String call =
        switch (script.random.nextInt(10)) {
          case 0, 1, 2 -> "recv(%s, %d, %s)".formatted(name, size, flags);
          case 3 -> "recvfrom(%s, %d, %s)".formatted(name, size, flags);
          case 4 -> "recvmsg(%s, {msg_iov=[2, 50]}, %s)".formatted(name, flags);
          case 5 -> "recvmmsg(%s, [{msg_iov=[3]}, {msg_iov=[2, 9]}], MSG_DONTWAIT)".formatted(name);
          case 6 -> thing.blocking ? "" : "readv(%s, [2, 9])".formatted(name);
          case 7 -> thing.blocking ? "" : "read(%s, %d)".formatted(name, size);
          default -> {
            boolean sleeps = thing.blocking && !thing.asleep && !thing.listening;
            yield sleeps ? "recv(%s, %d) ...".formatted(name, Math.max(size, 1)) : "";
          }
        };
    if (!call.isEmpty()) {
      script.add(actor, thing, call);
      thing.asleep |= call.endsWith("...");
    }
  }
}
