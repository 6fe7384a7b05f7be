package socketscope.explain;

import java.util.List;
import java.util.Objects;

/** What happened in the calls that ask the kernel about a socket or tell it how to behave. */
final class QuerySentences {

  private QuerySentences() {}

  static List<String> name(ReturnedCall call, String key) {
    return call.said()
        .say(key, call.descriptor(), String.valueOf(call.result().address()))
        .say("asked.not")
        .sentences();
  }

  static List<String> option(ReturnedCall call) {
    boolean error = call.constant(2).equals("SO_ERROR");
    return call.said()
        .say("getsockopt.ok", call.constant(2), call.descriptor(), value(call))
        .say(error ? "getsockopt.error" : "asked.not")
        .sentences();
  }

  static List<String> setOption(ReturnedCall call) {
    return call.said()
        .say(
            "setsockopt.ok",
            call.constant(2),
            call.descriptor(),
            call.call().call().arguments().get(3).toString())
        .say("setsockopt.not")
        .sentences();
  }

  static List<String> fcntl(ReturnedCall call) {
    String operation = call.constant(1);
    String argument = call.call().call().arguments().get(2).toString();
    SentenceList said =
        call.said().say("fcntl.ok", operation, call.descriptor(), call.result().value());
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

  static List<String> dup(ReturnedCall call) {
    return call.said().say("dup.ok", call.descriptor(), call.result().value()).sentences();
  }

  static List<String> poll(ReturnedCall call) {
    long found = call.result().value();
    SentenceList said = call.said();
    if (found == 0) {
      said.say("poll.none", call.number(1));
    } else {
      said.say("poll.ok", found, "[" + call.result().option() + "]");
    }
    return said.say("poll.not").sentences();
  }

  static List<String> ioctl(ReturnedCall call) {
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

  private static String value(ReturnedCall call) {
    return Objects.requireNonNullElse(call.result().option(), "?");
  }
}
