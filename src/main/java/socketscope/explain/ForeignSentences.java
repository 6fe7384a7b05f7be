package socketscope.explain;

import java.util.List;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.text.Texts;

/** What is known of programs that are not of the experiment, and what is not. */
final class ForeignSentences {

  private final Texts texts;
  private final Values values;

  ForeignSentences(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  String line(ForeignEvent event) {
    return switch (event) {
      case ForeignSocketSeen seen ->
          texts.get(
              seen.named() ? "line.foreign.seen" : "line.foreign.unnamed",
              seen.program(),
              seen.local(),
              seen.pid());
      case ForeignSocketObserved seen -> observed(seen);
      case ForeignProgramEnded ended -> texts.get("line.foreign.ended", ended.program());
    };
  }

  private String observed(ForeignSocketObserved seen) {
    if (!seen.held()) {
      return switch (seen.state()) {
        case SYN_RECV, ESTABLISHED, CLOSE_WAIT ->
            texts.get("line.foreign.waits", seen.program(), seen.state());
        case SYN_SENT, FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, TIME_WAIT ->
            texts.get("line.foreign.left", seen.program(), seen.state());
        case LISTEN, CLOSED -> texts.get("line.foreign.closed", seen.program());
        case null -> texts.get("line.foreign.closed", seen.program());
      };
    }
    String queues =
        texts.get(
            "line.foreign.queues",
            values.bytes(seen.receiveQueue()),
            values.bytes(seen.sendQueue()));
    return seen.state() == null
        ? texts.get("line.foreign.datagrams", seen.program(), queues)
        : texts.get("line.foreign.state", seen.program(), seen.state(), queues);
  }

  List<String> happened(ForeignEvent event) {
    return switch (event) {
      case ForeignSocketSeen seen -> seen(seen);
      case ForeignSocketObserved seen ->
          new SentenceList(texts)
              .quote(observed(seen) + ".")
              .sayIf(seen.held(), "foreign.calls", seen.program())
              .sentences();
      case ForeignProgramEnded ended ->
          new SentenceList(texts).say("foreign.ended", ended.program()).sentences();
    };
  }

  private List<String> seen(ForeignSocketSeen seen) {
    SentenceList said = new SentenceList(texts);
    if (seen.named()) {
      said.say("foreign.seen", seen.program(), seen.command(), seen.pid());
    } else {
      said.say("foreign.unnamed", seen.local()).say("foreign.unnamed.why");
    }
    return said.say(seen.opened() ? "foreign.opened" : "foreign.asked", seen.local())
        .say("foreign.calls", seen.program())
        .sentences();
  }
}
