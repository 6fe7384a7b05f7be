package socketscope.explain;

import java.util.List;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.Signal;
import socketscope.event.SignalSent;
import socketscope.text.Texts;

/** What a program's start and end mean. */
final class ProgramSentences {

  private final Texts texts;

  ProgramSentences(Texts texts) {
    this.texts = texts;
  }

  List<String> started(ProgramStarted event) {
    ProgramStarted.Parent parent = event.parent();
    if (parent != null) {
      return new SentenceList(texts)
          .say("program.forked", event.program(), event.pid(), parent.program())
          .say("program.forked.ends", parent.program())
          .say("program.started.look", event.pid())
          .sentences();
    }
    return new SentenceList(texts)
        .say("program.started", event.program(), event.pid())
        .say("program.started.look", event.pid())
        .sentences();
  }

  List<String> ended(Story story, ProgramEnded event) {
    List<Integer> open = story.openAtEnd(event.program());
    SentenceList said = new SentenceList(texts).quote(how(event) + ".");
    if (!event.expected()) {
      said.say("program.unexpected");
    }
    return open.isEmpty()
        ? said.sentences()
        : said.say("program.open", Values.numbers(open)).sentences();
  }

  /** Without a full stop. */
  String line(ProgramEvent event) {
    return switch (event) {
      case ProgramStopped stopped -> texts.get("line.program.stopped", stopped.program());
      case ProgramContinued continued -> texts.get("line.program.continued", continued.program());
      case SignalSent sent -> texts.get("line.program.signal", sent.program(), sent.signal());
      case ServiceStarted started ->
          texts.get(
              "line.service." + key(started.service()), started.program(), started.descriptor());
      case ServiceEnded ended ->
          texts.get("line.service.ended", ended.program(), ended.descriptor());
    };
  }

  private static String key(Service service) {
    return switch (service) {
      case ONE_AT_A_TIME -> "one";
      case THREAD_EACH -> "each";
    };
  }

  /** What became of a running program. */
  List<String> happened(Story story, ProgramEvent event) {
    boolean hasSockets = !story.open(event.program()).isEmpty();
    SentenceList said = new SentenceList(texts);
    return switch (event) {
      case ProgramStopped stopped ->
          said.say("program.stopped", stopped.program())
              .sayIf(hasSockets, "program.stopped.kernel")
              .sayIf(hasSockets, "program.stopped.peer")
              .sentences();
      case SignalSent sent ->
          said.say(
                  sent.signal() == Signal.SIGKILL
                      ? "program.signal.sigkill"
                      : "program.signal.sigterm",
                  sent.program())
              .sayIf(hasSockets, "program.signal.sockets")
              .sentences();
      case ProgramContinued continued ->
          said.say("program.continued", continued.program())
              .sayIf(hasSockets, "program.continued.queues")
              .sentences();
      case ServiceStarted started ->
          said.say("service." + key(started.service()), started.program(), started.descriptor())
              .say("service." + key(started.service()) + ".next")
              .sentences();
      case ServiceEnded ended ->
          said.say("service.ended", ended.program(), ended.descriptor()).sentences();
    };
  }

  /** How it ended, without a full stop. */
  String how(ProgramEnded event) {
    return event.signal() == 0
        ? texts.get("program.exited", event.program(), event.exitStatus())
        : texts.get("program.killed", event.program(), SignalNames.name(event.signal()));
  }
}
