package socketscope.explain;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.StepChecked;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * A whole experiment as plain text, complete: a header, then one line an event, with an indented
 * line below it where a call failed or was blocked.
 */
public final class Transcript {

  private static final int TIME_WIDTH = 12;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ROOT);

  private final Texts texts;
  private final Values values;
  private final Sentences sentences;
  private final ErrnoExplanation errors;
  private final ZoneId zone;

  private Transcript(Language language, ZoneId zone) {
    this.texts = Texts.of("explain", language);
    this.values = new Values(texts);
    this.sentences = Sentences.of(language);
    this.errors = ErrnoExplanation.of(language);
    this.zone = zone;
  }

  /** Transcripts in that language, with the date in that zone. */
  public static Transcript of(Language language, ZoneId zone) {
    return new Transcript(language, zone);
  }

  /** The lines of a transcript of the events of a trace, in order, without line ends. */
  public List<String> lines(List<? extends Event> events) {
    List<String> lines = new ArrayList<>();
    Story story = new Story();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      story.add(event);
      if (event instanceof ExperimentStarted started && lines.isEmpty()) {
        lines.addAll(header(started));
      } else if (event instanceof NoteWritten note) {
        if (!note.text().isEmpty() && !changedBy(note, events.subList(i + 1, events.size()))) {
          lines.add(below(sentences.line(story, note)));
        }
      } else if (!saidByAnother(event, events.subList(i + 1, events.size()))) {
        lines.add(time(story, event) + "  " + said(story, event));
        lines.addAll(below(story, event));
      }
    }
    lines.addAll(lessonSummary(events));
    return List.copyOf(lines);
  }

  /**
   * Whether another line says it: a call's start where nothing but its return follows, and an
   * answer that is what the lesson expected, which the last line counts.
   */
  private static boolean saidByAnother(Event event, List<? extends Event> later) {
    if (event instanceof StepChecked check) {
      return check.met();
    }
    if (event instanceof CallStarted started) {
      for (Event next : later) {
        if (next instanceof CallReturned returned) {
          return returned.callId() == started.callId();
        } else if (!(next instanceof Observation
            || next instanceof StepChecked
            || next instanceof NoteWritten)) {
          return false;
        }
      }
    }
    return false;
  }

  /** Of several notes about one event, which stand together, the last one counts. */
  private static boolean changedBy(NoteWritten note, List<? extends Event> later) {
    return !later.isEmpty()
        && later.getFirst() instanceof NoteWritten next
        && next.stamp().equals(note.stamp());
  }

  private List<String> lessonSummary(List<? extends Event> events) {
    List<StepChecked> checks =
        events.stream().filter(StepChecked.class::isInstance).map(StepChecked.class::cast).toList();
    long met = checks.stream().filter(StepChecked::met).count();
    return checks.isEmpty()
        ? List.of()
        : List.of("", texts.get("transcript.lesson", met, checks.size()));
  }

  private List<String> header(ExperimentStarted started) {
    ZonedDateTime moment = started.wallClock().atZone(zone);
    DateTimeFormatter date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.language().locale());
    return List.of(
        texts.get("transcript.title", started.title()),
        texts.get("transcript.date", date.format(moment), TIME.format(moment)),
        texts.get("transcript.system", started.system()),
        texts.get("transcript.application", started.application()),
        "",
        texts.get("transcript.times"),
        "");
  }

  private String time(Story story, Event event) {
    if (event instanceof PacketInferred) {
      return " ".repeat(TIME_WIDTH); // the very moment is not known
    }
    String seconds = values.seconds(event.stamp().nanos() - story.start());
    return " ".repeat(Math.max(0, TIME_WIDTH - seconds.length())) + seconds;
  }

  private String said(Story story, Event event) {
    CallStory call = call(story, event);
    String line = sentences.line(story, event);
    return call == null || call.returned() == null
        ? line
        : line + "  [" + CallText.of(call.call(), call.returned().result()) + "]";
  }

  private static @Nullable CallStory call(Story story, Event event) {
    return event instanceof CallReturned returned ? story.call(returned.callId()) : null;
  }

  /** What is told below a line. */
  private List<String> below(Story story, Event event) {
    List<String> lines = new ArrayList<>();
    CallStory call = call(story, event);
    if (event instanceof CallReturned returned && call != null) {
      if (call.blocked()) {
        lines.add(
            below(
                texts.get(
                    "transcript.blocked",
                    values.duration(returned.stamp().nanos() - call.blockedAt()))));
      }
      if (returned.result().failed()) {
        Explanation why = errors.errno(story, returned);
        lines.add(below(why.title() + ". " + why.meaning() + " " + why.advice()));
      }
    } else if (event instanceof CallBlocked blocked && story.call(blocked.callId()) != null) {
      lines.add(below(sentences.happened(story, event).get(1)));
    }
    return lines;
  }

  private static String below(String text) {
    return " ".repeat(TIME_WIDTH + 4) + text;
  }
}
