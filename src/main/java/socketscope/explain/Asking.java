package socketscope.explain;

import java.util.List;
import java.util.Objects;

/** What happened in the calls that ask the kernel about a socket or tell it how to behave. */
final class Asking {

  private Asking() {}

  static List<String> name(Returned call, String key) {
    return call.said()
        .say(key, call.descriptor(), String.valueOf(call.result().address()))
        .say("asked.not")
        .sentences();
  }

  static List<String> option(Returned call) {
    boolean error = call.constant(2).equals("SO_ERROR");
    return call.said()
        .say("getsockopt.ok", call.constant(2), call.descriptor(), value(call))
        .say(error ? "getsockopt.error" : "asked.not")
        .sentences();
  }

  static List<String> setOption(Returned call) {
    return call.said()
        .say(
            "setsockopt.ok",
            call.constant(2),
            call.descriptor(),
            call.call().call().arguments().get(3).toString())
        .say("setsockopt.not")
        .sentences();
  }

  static List<String> fcntl(Returned call) {
    String operation = call.constant(1);
    String argument = call.call().call().arguments().get(2).toString();
    Said said = call.said().say("fcntl.ok", operation, call.descriptor(), call.result().value());
    if (operation.startsWith("F_DUPFD")) {
      return said.say("fcntl.dup", call.descriptor(), call.result().value()).sentences();
    }
    if (operation.equals("F_SETFL")) {
      return said.say(
              argument.contains("O_NONBLOCK") ? "fcntl.nonblocking" : "fcntl.blocking",
              call.descriptor())
          .sentences();
    }
    return said.say("asked.not").sentences();
  }

  static List<String> dup(Returned call) {
    return call.said().say("dup.ok", call.descriptor(), call.result().value()).sentences();
  }

  static List<String> poll(Returned call) {
    long found = call.result().value();
    Said said = call.said();
    if (found == 0) {
      said.say("poll.none", call.number(1));
    } else {
      said.say("poll.ok", found, "[" + call.result().option() + "]");
    }
    return said.say("poll.not").sentences();
  }

  static List<String> ioctl(Returned call) {
    String request = call.constant(1);
    String key =
        switch (request) {
          case "FIONREAD", "SIOCINQ" -> "ioctl.unread";
          case "SIOCOUTQ", "TIOCOUTQ" -> "ioctl.unsent";
          default -> "ioctl.ok";
        };
    return call.said()
        .say(key, request, call.descriptor(), value(call))
        .say("asked.not")
        .sentences();
  }

  private static String value(Returned call) {
    return Objects.requireNonNullElse(call.result().option(), "?");
  }
}
