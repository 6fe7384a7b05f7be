package socketscope.explain;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.Origin;
import socketscope.event.PacketInferred;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.socket.MadeCall;
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

  /**
   * What is told of an event.
   *
   * @param time seconds since the {@link Origin}, of a call that is told in one line since its
   *     start; empty where the very moment is not known
   * @param said one sentence
   * @param below what is told below it: how long the call was blocked, what its errno means
   */
  public record Entry(String time, String said, List<String> below) {

    /** What is told of an event. */
    public Entry {
      below = List.copyOf(below);
    }
  }

  /**
   * A transcript in its parts.
   *
   * @param title the title; empty where the trace does not begin with the experiment's start
   * @param facts the date, the system, the application, and what the times are
   * @param entries in the order of time
   * @param summary how the lesson went; empty without a lesson
   */
  public record Account(String title, List<String> facts, List<Entry> entries, String summary) {

    /** A transcript in its parts. */
    public Account {
      facts = List.copyOf(facts);
      entries = List.copyOf(entries);
    }
  }

  /** The lines of a transcript of the events of a trace, in order, without line ends. */
  public List<String> lines(List<? extends Event> events) {
    return lines(events, 0, Origin.of(events));
  }

  /**
   * The end of a transcript.
   *
   * @param from the place of the first event that is told; those before it are known, not told
   * @param origin the zero of the times, which may come after these events
   */
  public List<String> lines(List<? extends Event> events, int from, OptionalLong origin) {
    Account account = account(events, from, origin);
    List<String> lines = new ArrayList<>();
    if (!account.title().isEmpty()) {
      lines.add(account.title());
      lines.addAll(account.facts().subList(0, account.facts().size() - 1));
      lines.addAll(List.of("", account.facts().getLast(), ""));
    }
    for (Entry entry : account.entries()) {
      lines.add(
          " ".repeat(Math.max(0, TIME_WIDTH - entry.time().length()))
              + entry.time()
              + "  "
              + entry.said());
      entry.below().forEach(text -> lines.add(" ".repeat(TIME_WIDTH + 4) + text));
    }
    if (!account.summary().isEmpty()) {
      lines.addAll(List.of("", account.summary()));
    }
    return List.copyOf(lines);
  }

  /** The transcript of the events of a trace, in order, in its parts. */
  public Account account(List<? extends Event> events) {
    return account(events, Origin.of(events));
  }

  /**
   * The same of the beginning of a trace.
   *
   * @param origin the zero of the times, which may come after these events
   */
  public Account account(List<? extends Event> events, OptionalLong origin) {
    return account(events, 0, origin);
  }

  private Account account(List<? extends Event> events, int from, OptionalLong origin) {
    String title = "";
    List<String> facts = List.of();
    List<Entry> entries = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    @Nullable CallStarted begun = null; // and told with its return, at the moment of its start
    List<Entry> meanwhile = new ArrayList<>(); // what was seen between the two
    Story story = new Story();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      story.add(event);
      if (i < from) {
        continue;
      }
      if (event instanceof ExperimentStarted started && title.isEmpty() && entries.isEmpty()) {
        title = texts.get("transcript.title", started.title());
        facts = facts(started, events);
      } else if (event instanceof NoteWritten note) {
        if (!note.text().isEmpty() && !changedBy(note, events.subList(i + 1, events.size()))) {
          notes.add(sentences.line(story, note));
        }
        if (begun == null) {
          attach(notes, entries);
        }
      } else if (saidByAnother(event, events.subList(i + 1, events.size()))) {
        begun = event instanceof CallStarted started ? started : begun;
      } else {
        boolean returns = event instanceof CallReturned;
        Event moment = begun != null && returns ? begun : event;
        Entry entry = new Entry(time(moment, origin), said(story, event), below(story, event));
        if (begun != null && !returns) {
          meanwhile.add(entry);
          continue;
        }
        entries.add(entry);
        attach(notes, entries);
        entries.addAll(meanwhile);
        meanwhile.clear();
        begun = null;
      }
    }
    attach(notes, entries);
    return new Account(title, facts, entries, lessonSummary(events));
  }

  /** Puts what was noted below the entry that it is about, the last one. */
  private static void attach(List<String> notes, List<Entry> entries) {
    if (!notes.isEmpty() && !entries.isEmpty()) {
      Entry last = entries.removeLast();
      List<String> below = new ArrayList<>(last.below());
      below.addAll(notes);
      entries.add(new Entry(last.time(), last.said(), below));
      notes.clear();
    }
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

  private String lessonSummary(List<? extends Event> events) {
    return new StepSentences(texts)
        .summary(all(events, StepChecked.class), all(events, StepFailed.class));
  }

  private static <E extends Event> List<E> all(List<? extends Event> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private String place(ExperimentStarted started) {
    String where = texts.get("transcript.place", texts.get("place." + started.place()));
    return started.reason().isEmpty()
        ? where
        : where + " " + texts.get("transcript.place.reason", started.reason());
  }

  private List<String> facts(ExperimentStarted started, List<? extends Event> events) {
    ZonedDateTime moment = started.wallClock().atZone(zone);
    DateTimeFormatter date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.language().locale());
    List<String> facts = new ArrayList<>();
    facts.add(texts.get("transcript.date", date.format(moment), TIME.format(moment)));
    if (!started.system().isEmpty()) {
      facts.add(texts.get("transcript.system", started.system()));
    }
    if (!started.application().isEmpty()) {
      facts.add(texts.get("transcript.application", started.application()));
    }
    if (!started.application().isEmpty()) {
      facts.add(place(started));
    }
    boolean calls = events.stream().anyMatch(CallEvent.class::isInstance);
    facts.add(texts.get(calls ? "transcript.times" : "transcript.times.packets"));
    return facts;
  }

  private String time(Event event, OptionalLong origin) {
    boolean known = origin.isPresent() && !(event instanceof PacketInferred);
    return known ? values.seconds(event.stamp().nanos() - origin.getAsLong()) : "";
  }

  private String said(Story story, Event event) {
    MadeCall call = call(story, event);
    String line = sentences.line(story, event);
    return call == null || call.returned() == null
        ? line
        : line + "  [" + CallText.of(call.call(), call.returned().result()) + "]";
  }

  private static @Nullable MadeCall call(Story story, Event event) {
    return event instanceof CallReturned returned ? story.call(returned.callId()) : null;
  }

  /** What is told below a line. */
  private List<String> below(Story story, Event event) {
    List<String> lines = new ArrayList<>();
    MadeCall call = call(story, event);
    if (event instanceof CallReturned returned && call != null) {
      if (call.wasBlocked()) {
        lines.add(
            texts.get(
                "transcript.blocked",
                values.duration(returned.stamp().nanos() - call.blocked().stamp().nanos())));
      }
      if (returned.result().failed()) {
        Explanation why = errors.errno(story, returned);
        lines.add(why.title() + ". " + why.meaning() + " " + why.advice());
      }
      List<String> surprises = sentences.surprises(story, call, returned);
      if (!surprises.isEmpty()) {
        lines.add(String.join(" ", surprises));
      }
    } else if (event instanceof CallBlocked blocked && story.call(blocked.callId()) != null) {
      lines.add(sentences.happened(story, event).get(1));
    }
    return lines;
  }
}
