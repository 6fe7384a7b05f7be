package socketscope.explain;

import java.util.List;
import java.util.Objects;
import socketscope.socket.SocketRecord;

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
    boolean error = call.constant("optname").equals("SO_ERROR");
    return call.said()
        .say("getsockopt.ok", call.constant("optname"), call.descriptor(), value(call))
        .say(error ? "getsockopt.error" : "asked.not")
        .sentences();
  }

  static List<String> setOption(ReturnedCall call) {
    return call.said()
        .say("setsockopt.ok", call.constant("optname"), call.descriptor(), call.argument("optval"))
        .say("setsockopt.not")
        .sentences();
  }

  static List<String> fcntl(ReturnedCall call) {
    String operation = call.constant("op");
    String argument = call.argument("arg");
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
      said.say("poll.none", call.number("timeout"));
    } else {
      said.say("poll.ok", found, "[" + call.result().option() + "]");
    }
    return said.say("poll.not").sentences();
  }

  static List<String> ioctl(ReturnedCall call) {
    String request = call.constant("op");
    String key =
        switch (request) {
          case "FIONREAD", "SIOCINQ" -> "ioctl.unread";
          case "SIOCOUTQ", "TIOCOUTQ" -> unsent(call);
          default -> "ioctl.ok";
        };
    SentenceList said = call.said();
    if (key.startsWith("ioctl.unsent.")) {
      said.surprise(key, request, call.descriptor(), value(call));
    } else {
      said.say(key, request, call.descriptor(), value(call));
    }
    return said.say("asked.not").sentences();
  }

  /** Only TCP keeps bytes until they are acknowledged; others count what memory they take. */
  private static String unsent(ReturnedCall call) {
    SocketRecord socket = call.socket();
    return socket != null && socket.kind().unix()
        ? "ioctl.unsent.unix"
        : socket != null && !socket.kind().tcp() ? "ioctl.unsent.memory" : "ioctl.unsent";
  }

  private static String value(ReturnedCall call) {
    return Objects.requireNonNullElse(call.result().option(), "?");
  }
}
