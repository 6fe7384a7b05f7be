package socketscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.compare.CallKey;
import socketscope.event.Argument;
import socketscope.event.CallEvent;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.Place;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonStep;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;
import socketscope.lesson.LessonStep.SignalStep;
import socketscope.lesson.Operand;
import socketscope.text.Language;
import socketscope.ui.wording.Words;

/**
 * One of two experiments that are compared: a lesson that is played in a lab of its own, or events
 * that have been recorded. Either has steps, of which the first so many are shown.
 */
public final class ComparedSide {

  private final Recording recording = new Recording();
  private final ExperimentController controller;
  private final Function<Words, String> title;
  private final List<CallKey> steps;

  /** When each step began, on the clock of the stamps; of a lesson, as far as it was played. */
  private final List<Long> begun = new ArrayList<>();

  private ComparedSide(
      EventPump pump,
      Notices notices,
      Autosave autosave,
      Function<Words, String> title,
      List<CallKey> steps) {
    this.controller = new ExperimentController(pump, recording, notices, autosave);
    this.title = title;
    this.steps = List.copyOf(steps);
  }

  /**
   * A lesson, whose programs are started now and make no call yet.
   *
   * @param family over which it is played; null for that which it is written for
   */
  static ComparedSide of(
      Lesson lesson,
      String name,
      @Nullable Family family,
      EventPump pump,
      Notices notices,
      Autosave autosave) {
    List<CallKey> keys = lesson.experiment().steps().stream().map(ComparedSide::key).toList();
    Family known = family == null ? Family.IPV4 : family;
    Plan plan =
        new Plan(
            Exchange.TCP,
            known,
            UnixName.PATH,
            Chooser.placeOf(lesson, Place.ALONE),
            lesson,
            name,
            Plan.FIRST.port());
    Function<Words, String> title =
        family == null
            ? words -> title(plan, words.language())
            : words -> title(plan, words.language()) + " · " + words.get("family." + family);
    ComparedSide side = new ComparedSide(pump, notices, autosave, title, keys);
    side.controller.begin(plan);
    return side;
  }

  private static String title(Plan plan, Language language) {
    Lesson lesson = plan.lessonIn(language);
    return lesson == null ? String.valueOf(plan.lessonName()) : lesson.title();
  }

  /** Events that have been recorded, in the order of time. */
  static ComparedSide of(
      List<Event> events,
      Function<Words, String> title,
      EventPump pump,
      Notices notices,
      Autosave autosave) {
    List<CallStarted> calls =
        events.stream().filter(CallStarted.class::isInstance).map(CallStarted.class::cast).toList();
    List<CallKey> keys =
        calls.stream().map(call -> CallKey.of(call.program(), call.call())).toList();
    ComparedSide side = new ComparedSide(pump, notices, autosave, title, keys);
    calls.forEach(call -> side.begun.add(call.stamp().nanos()));
    // What was inferred follows from the rest, and is inferred again.
    side.recording
        .begin()
        .accept(events.stream().filter(event -> !(event instanceof PacketInferred)).toList());
    return side;
  }

  private static CallKey key(LessonStep step) {
    return switch (step) {
      case CallStep call -> {
        List<Argument> known = new ArrayList<>();
        for (Operand operand : call.operands()) {
          if (operand instanceof Operand.Given(Argument argument)) {
            known.add(argument);
          }
        }
        yield CallKey.of(call.program(), call.function(), known);
      }
      case ServeStep serve -> new CallKey(serve.program(), "serve " + serve.service(), List.of());
      case SignalStep kill -> new CallKey(kill.program(), "kill " + kill.signal(), List.of());
    };
  }

  /** What happens on it. */
  public Recording recording() {
    return recording;
  }

  /** Where it is made; nothing runs there for events that have been recorded. */
  public ExperimentController controller() {
    return controller;
  }

  /** What it is called. */
  public String title(Words words) {
    return title.apply(words);
  }

  List<CallKey> steps() {
    return steps;
  }

  /** Whether its steps are still to be made. */
  boolean live() {
    return lesson() != null;
  }

  private @Nullable LessonPlay lesson() {
    return controller.lessonProperty().get();
  }

  /** Whether the step that was made last has come to its end. */
  boolean ready() {
    LessonPlay lesson = lesson();
    return lesson == null || lesson.madeProperty().get() >= begun.size();
  }

  /** Makes its next step, unless it was made without a pause after another. Returns at once. */
  void step() {
    LessonPlay lesson = lesson();
    if (lesson != null) {
      begun.add(controller.now());
      if (lesson.madeProperty().get() < begun.size()) {
        lesson.step();
      }
    }
  }

  /** What had happened when so many of its steps had been made, and the next one not yet. */
  List<Event> after(int count) {
    List<Event> all = recording.all();
    if (count >= begun.size()) {
      return all;
    }
    long next = begun.get(count);
    int end = 0;
    while (end < all.size() && all.get(end).stamp().nanos() < next) {
      end++;
    }
    return all.subList(0, end);
  }

  /** Of these events, those up to the current one: the selected one, or that of the last call. */
  static List<Event> currentEvents(List<Event> shown, @Nullable Event picked) {
    int at = picked == null ? -1 : shown.lastIndexOf(picked);
    for (int i = shown.size() - 1; at < 0 && i >= 0; i--) {
      if (shown.get(i) instanceof CallEvent) {
        at = i;
      }
    }
    return shown.subList(0, at + 1);
  }
}
