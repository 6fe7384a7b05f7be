package socketscope.explain;

import java.util.List;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.SynSaved;
import socketscope.text.Texts;

/** What the kernel keeps where no program has a descriptor, and what it kept of a first SYN. */
final class Kept {

  private final Texts texts;

  Kept(Texts texts) {
    this.texts = texts;
  }

  String line(SynSaved saved) {
    return texts.get("line.syn-saved", saved.socket(), saved.bytes().length());
  }

  String line(ConnectionObserved kept) {
    return texts.get("line.kept", kept.local(), kept.peer(), kept.state());
  }

  String line(ConnectionForgotten forgotten) {
    return texts.get("line.forgotten", forgotten.local(), forgotten.peer());
  }

  List<String> happened(SynSaved saved) {
    return new Said(texts).say("syn-saved", saved.socket(), saved.bytes().length()).sentences();
  }

  List<String> happened(ConnectionObserved kept) {
    Said said = new Said(texts).say("kept", kept.local(), kept.peer(), kept.state());
    if (kept.timer() == ConnectionObserved.Timer.TIME_WAIT) {
      said.say("kept.timer", kept.timerMillis() / 1000.0);
    }
    return said.say("state." + kept.state()).sentences();
  }

  List<String> happened(ConnectionForgotten forgotten) {
    return new Said(texts).say("forgotten", forgotten.local(), forgotten.peer()).sentences();
  }
}
