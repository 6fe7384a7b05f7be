package socketscope.explain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.Portion;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/** One short sentence an event. */
final class Lines {

  private final Texts texts;
  private final Values values;
  private final Phrases phrases;

  Lines(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
    this.phrases = new Phrases(texts, values);
  }

  String line(Story story, Event event) {
    return switch (event) {
      case ExperimentStarted started -> texts.get("line.experiment", started.title());
      case ProgramStarted started ->
          started.parent() == null
              ? texts.get("line.program.started", started.program(), started.pid())
              : texts.get(
                  "line.program.forked",
                  started.program(),
                  started.pid(),
                  started.parent().program());
      case ProgramEnded ended -> ended(ended);
      case ProgramEvent change -> new ProgramSentences(texts).line(change);
      case CallEvent call -> call(story.call(call.callId()), call);
      case PacketSeen packet -> new PacketText(texts, values, packet, story.reading(packet)).line();
      case PacketInferred packet -> new InferredText(texts, values).line(packet);
      case CaptureStarted started -> new CaptureSentences(texts).line(started);
      case CaptureEnded ended -> new CaptureSentences(texts).line(ended);
      case SocketObserved observed -> observed(story, observed);
      case SynSaved saved -> new KernelSentences(texts, values).line(saved);
      case ConnectionObserved kept -> new KernelSentences(texts, values).line(kept);
      case ConnectionForgotten forgotten ->
          new KernelSentences(texts, values).line(story, forgotten);
      case NoteWritten note -> texts.get("transcript.note", note.text());
      case ForeignEvent known -> new ForeignSentences(texts, values).line(known);
      case StepChecked checked -> new StepSentences(texts).line(checked);
      case StepFailed failed -> new StepSentences(texts).line(failed);
    };
  }

  private String ended(ProgramEnded ended) {
    String how = new ProgramSentences(texts).how(ended);
    return ended.expected() ? how : texts.get("line.program.unexpected", how);
  }

  private String observed(Story story, SocketObserved observed) {
    SocketRecord socket = Objects.requireNonNull(story.socket(observed.socket()));
    String news = new ObservationSentences(texts, values, socket, observed).line();
    return observed.program().isEmpty() ? news : observed.program() + ": " + news;
  }

  private String call(@Nullable MadeCall call, CallEvent event) {
    if (call == null) {
      return texts.get("line.unknown", event.program());
    }
    String phrase = phrases.of(call.call());
    return switch (event) {
      case CallQueued _ -> texts.get("line.queued", call.program(), phrase);
      case CallStarted _ -> texts.get("line.started", call.program(), phrase);
      case CallBlocked _ -> texts.get("line.blocked", call.program(), phrase);
      case CallReturned returned -> returned(call, phrase, returned);
    };
  }

  private String returned(MadeCall call, String phrase, CallReturned event) {
    Result result = event.result();
    Errno errno = result.errno();
    String time = values.duration(event.stamp().nanos() - call.since());
    if (errno != null) {
      return texts.get("line.failed", call.program(), phrase, errno.name(), time);
    }
    String more =
        call.call().function().sends()
            ? Portion.of(call.call(), result).map(this::part).orElse("")
            : more(result);
    return texts.get(
        more.isEmpty() ? "line.returned" : "line.returned.more",
        call.program(),
        phrase,
        result.value(),
        time,
        more);
  }

  private String part(Portion portion) {
    return texts.get("line.part", values.grouped(portion.done()), values.grouped(portion.asked()));
  }

  /** What the kernel wrote besides the value. */
  private static String more(Result result) {
    if (result.data() != null && result.value() > 0) {
      String data = Values.data(result.data());
      return result.address() == null ? data : data + ", " + result.address();
    }
    if (result.address() != null) {
      return result.address().toString();
    }
    return result.option() == null ? "" : result.option();
  }
}
