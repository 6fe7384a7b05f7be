package socketscope.explain;

import java.util.List;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.text.Texts;

/** What a program's start and end mean. */
final class Programs {

  private final Texts texts;

  Programs(Texts texts) {
    this.texts = texts;
  }

  List<String> started(ProgramStarted event) {
    return new Said(texts)
        .say("program.started", event.program(), event.pid())
        .say("program.started.look", event.pid())
        .sentences();
  }

  List<String> ended(Story story, ProgramEnded event) {
    List<Integer> open = story.open(event.program());
    Said said = new Said(texts).quote(how(event) + ".");
    if (!event.expected()) {
      said.say("program.unexpected");
    }
    return open.isEmpty()
        ? said.sentences()
        : said.say("program.open", Values.numbers(open)).sentences();
  }

  /** How it ended, without a full stop. */
  String how(ProgramEnded event) {
    return event.signal() == 0
        ? texts.get("program.exited", event.program(), event.exitStatus())
        : texts.get("program.killed", event.program(), Signals.name(event.signal()));
  }
}
