package socketscope.explain;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.SocketAddress;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.text.Texts;

/** What the kernel keeps where no program has a descriptor, and what it kept of a first SYN. */
final class KernelSentences {

  private final Texts texts;
  private final Values values;

  KernelSentences(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  String line(SynSaved saved) {
    return texts.get("line.syn-saved", saved.socket(), saved.bytes().length());
  }

  String line(ConnectionObserved kept) {
    String key = waits(kept.state()) ? "line.kept.waits" : "line.kept";
    return texts.get(key, kept.local(), kept.peer(), kept.state());
  }

  String line(Story story, ConnectionForgotten gone) {
    String key = accepted(story, gone) ? "line.forgotten.accepted" : "line.forgotten";
    return texts.get(key, gone.local(), gone.peer());
  }

  List<String> happened(SynSaved saved) {
    return new SentenceList(texts)
        .say("syn-saved", saved.socket(), saved.bytes().length())
        .sentences();
  }

  List<String> happened(ConnectionObserved kept) {
    SentenceList said = new SentenceList(texts);
    String left = values.duration(TimeUnit.MILLISECONDS.toNanos(kept.timerMillis()));
    switch (kept.state()) {
      case SYN_RECV -> said.say("kept.half-open", kept.local(), kept.peer());
      case ESTABLISHED, CLOSE_WAIT -> waits(said, kept);
      case TIME_WAIT ->
          said.say("kept.time-wait", kept.local(), kept.peer(), left).say("kept.time-wait.why");
      case FIN_WAIT2 ->
          said.say("kept.fin-wait2", kept.local(), kept.peer())
              .sayIf(kept.timer() != Timer.NONE, "kept.fin-wait2.timer", left);
      case FIN_WAIT1, CLOSING, LAST_ACK -> {
        long data = Math.max(0, kept.sendQueue() - 1);
        said.say("kept.orphan", kept.local(), kept.peer(), kept.state())
            .say(data == 0 ? "kept.orphan.fin" : "kept.orphan.data", values.bytes(data));
        timer(said, kept, left);
      }
      case LISTEN, SYN_SENT, CLOSED -> said.say("kept", kept.local(), kept.peer(), kept.state());
    }
    return said.sentences();
  }

  private void waits(SentenceList said, ConnectionObserved kept) {
    said.say("kept.waits", kept.local(), kept.peer())
        .sayIf(
            kept.receiveQueue() > 0,
            "kept.waits.unread",
            kept.peer(),
            values.bytes(kept.receiveQueue()))
        .sayIf(kept.state() == TcpState.CLOSE_WAIT, "kept.waits.ended", kept.peer());
  }

  private static void timer(SentenceList said, ConnectionObserved kept, String left) {
    said.sayIf(
            kept.timer() == Timer.RETRANSMISSION, "kept.orphan.again", left, kept.retransmissions())
        .sayIf(
            kept.timer() == Timer.ZERO_WINDOW_PROBE,
            "kept.orphan.probes",
            left,
            kept.retransmissions());
  }

  List<String> happened(Story story, ConnectionForgotten gone) {
    String key = accepted(story, gone) ? "forgotten.accepted" : "forgotten";
    return new SentenceList(texts).say(key, gone.local(), gone.peer()).sentences();
  }

  private static boolean waits(TcpState state) {
    return switch (state) {
      case SYN_RECV, ESTABLISHED, CLOSE_WAIT -> true;
      case LISTEN, SYN_SENT, FIN_WAIT1, FIN_WAIT2, CLOSING, LAST_ACK, TIME_WAIT, CLOSED -> false;
    };
  }

  /** Whether a program has a descriptor of it now, rather than the kernel having forgotten it. */
  private static boolean accepted(Story story, ConnectionForgotten gone) {
    return story.model().sockets().stream()
        .anyMatch(socket ->
            socket.open()
                && same(socket.local(), gone.local())
                && same(socket.peer(), gone.peer()));
  }

  private static boolean same(@Nullable SocketAddress one, SocketAddress other) {
    return one != null && one.unmapped().equals(other.unmapped());
  }
}
