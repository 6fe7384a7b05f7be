package socketscope.explain;

import java.util.List;
import socketscope.event.Function;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/** What a call that has not returned waits for. */
final class WaitSentences {

  private final Texts texts;
  private final Story story;

  WaitSentences(Texts texts, Story story) {
    this.texts = texts;
    this.story = story;
  }

  /** A call has just been made. */
  List<String> started(MadeCall call) {
    SentenceList said =
        new SentenceList(texts).say("started", call.program(), call.call().toString());
    return said.say(mayWait(call) ? "started.may-wait" : "started.no-wait", name(call)).sentences();
  }

  /** A call has been seen asleep. */
  List<String> blocked(MadeCall call, String proof) {
    return new SentenceList(texts)
        .say("blocked", call.program(), name(call))
        .say("blocked." + reason(call), name(call))
        .say(proof.equals("kernel") ? "blocked.by-kernel" : "blocked.by-time")
        .sentences();
  }

  /** A call waits behind another. */
  List<String> queued(MadeCall call, long behind) {
    MadeCall first = story.call(behind);
    String blocker = first == null ? "?" : first.call().toString();
    return new SentenceList(texts)
        .say("queued", call.program(), name(call), blocker)
        .say("queued.not", name(call))
        .sentences();
  }

  private boolean mayWait(MadeCall call) {
    return call.call().function().waitsFor() != Function.WaitsFor.NOTHING;
  }

  private String reason(MadeCall call) {
    SocketRecord socket = story.socket(call);
    if (socket == null && call.receives()) {
      return notSocket(call);
    }
    boolean datagram = socket != null && socket.kind().datagram();
    return switch (call.call().function().waitsFor()) {
      case CONNECTION -> "accept";
      case READINESS -> "poll";
      case HANDSHAKE -> "connect";
      case DATA -> datagram ? "datagram" : socket != null && socket.kind().unix() ? "unix" : "recv";
      case ROOM -> datagram ? "other" : "send";
      case NOTHING -> "other";
    };
  }

  /** What a read() waits for whose descriptor stands for no socket. */
  private String notSocket(MadeCall call) {
    int descriptor = call.call().descriptor().orElse(-1);
    return story
        .others()
        .at(call.program(), descriptor)
        .map(thing ->
            switch (thing) {
              case PIPE_OUT, PIPE_IN -> "pipe";
              case EVENTFD -> "eventfd";
              case EPOLL -> "other";
            })
        .orElse(descriptor == 0 ? "input" : "other");
  }

  private static String name(MadeCall call) {
    return call.call().function().cName() + "()";
  }
}
