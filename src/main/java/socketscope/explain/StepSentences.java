package socketscope.explain;

import java.util.List;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.socket.MadeCall;
import socketscope.text.Texts;

/** What is said of the steps of a lesson. */
final class StepSentences {

  /** The answers that are none, as a trace has them; see {@link StepChecked#actual}. */
  private static final String BLOCKS = "...";

  private static final String UNKNOWN = "?";

  private final Texts texts;

  StepSentences(Texts texts) {
    this.texts = texts;
  }

  String line(StepChecked checked) {
    return texts.get(
        "line.checked." + how(checked), checked.line(), checked.expected(), checked.actual());
  }

  String line(StepFailed failed) {
    Texts ofLessons = Texts.of("lesson", texts.language());
    String why = ofLessons.get("outcome.notMade." + failed.reason(), failed.detail());
    return texts.get("line.step-failed", failed.line(), why);
  }

  List<String> checked(Story story, StepChecked checked) {
    MadeCall call = story.call(checked.callId());
    String name = call == null ? UNKNOWN : call.call().toString();
    return new SentenceList(texts)
        .say("checked.expected", checked.line(), checked.expected(), name)
        .say("checked." + how(checked), checked.actual())
        .sentences();
  }

  private static String how(StepChecked checked) {
    if (checked.met()) {
      return "met";
    }
    return switch (checked.actual()) {
      case BLOCKS -> "blocks";
      case UNKNOWN -> "ended";
      default -> "not-met";
    };
  }

  /** How the lesson went, in the end of a transcript; empty without a lesson. */
  String summary(List<StepChecked> checks, List<StepFailed> failures) {
    long met = checks.stream().filter(StepChecked::met).count();
    String answers = checks.isEmpty() ? "" : texts.get("transcript.lesson", met, checks.size());
    if (failures.isEmpty()) {
      return answers;
    }
    StepFailed last = failures.getLast();
    String key =
        "transcript.stopped"
            + switch (last.left()) {
              case 0 -> "";
              case 1 -> ".one";
              default -> ".more";
            };
    String stopped = texts.get(key, last.line(), last.left());
    return answers.isEmpty() ? stopped : answers + " " + stopped;
  }
}
