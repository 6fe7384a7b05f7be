package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.explain.Sentences;
import socketscope.explain.Story;
import socketscope.export.DiagramWords;
import socketscope.layout.TimeText;
import socketscope.ui.model.Folds;
import socketscope.ui.state.Moves;
import socketscope.ui.wording.Words;

/** Says what just happened, and what did not, in a few plain sentences. */
public final class EventSummary {

  private EventSummary() {}

  /**
   * The sentences about the last of those events.
   *
   * @param folds what the events tell
   */
  public static String of(List<Event> current, Folds folds, Words words) {
    return of(current, folds, words, false);
  }

  /**
   * The sentences about the last of those events.
   *
   * @param beside whether they stand beside what is told of the call: what its errno means and what
   *     to try is told there, and here what else is known
   */
  static String of(List<Event> current, Folds folds, Words words, boolean beside) {
    if (current.isEmpty()) {
      return words.get("inspector.nothing");
    }
    Event last = current.getLast();
    Story story = folds.story(current.size());
    List<String> said = new ArrayList<>(Sentences.of(words.language()).happened(story, last));
    if (beside && last instanceof CallReturned returned && returned.result().failed()) {
      said.subList(1, said.size()).clear();
      said.add(meanwhile(current, returned, words));
    }
    said.addAll(Moves.of(last, folds.currentStates(current.size()), words));
    return String.join(" ", said);
  }

  /** What crossed while the call was made, and how long that took. */
  private static String meanwhile(List<Event> current, CallReturned returned, Words words) {
    int start = current.size() - 1;
    long packets = 0;
    while (start > 0 && !isStart(current.get(start), returned)) {
      packets += current.get(start) instanceof PacketSeen ? 1 : 0;
      start--;
    }
    String time =
        TimeText.of(
            returned.stamp().nanos() - current.get(start).stamp().nanos(),
            DiagramWords.in(words.language()).decimalSeparator());
    return packets == 0
        ? words.get("inspector.meanwhile.nothing", time)
        : words.counted("inspector.meanwhile", packets, time);
  }

  private static boolean isStart(Event event, CallReturned returned) {
    return event instanceof CallStarted started && started.callId() == returned.callId();
  }
}
