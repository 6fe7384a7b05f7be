package socketscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.text.Texts;

/** Chooses what is tried. Each choice begins a new experiment; the one before can be opened. */
public final class Chooser {

  private final ExperimentController controller;
  private final Recording recording;
  private final Notices notices;

  /** Chooses for that controller. */
  public Chooser(ExperimentController controller, Recording recording, Notices notices) {
    this.controller = controller;
    this.recording = recording;
    this.notices = notices;
  }

  private Plan plan() {
    return controller.planProperty().get();
  }

  /** TCP, UDP ..., called freely. */
  public void exchange(Exchange exchange) {
    begin(Plan.free(exchange, plan().family(), plan().unixName()).at(wanted()));
  }

  /** The kind of names of AF_UNIX, called freely. */
  public void unixName(UnixName unixName) {
    begin(Plan.free(plan().exchange(), plan().family(), unixName).at(wanted()));
  }

  /** The version of IP; a lesson goes on over it where it can. */
  public void family(Family family) {
    Lesson lesson = plan().lesson();
    if (lesson == null || !lesson.families().contains(family)) {
      begin(Plan.free(plan().exchange(), family, plan().unixName()).at(wanted()));
    } else {
      play(lesson, plan().lessonName(), family);
    }
  }

  /** Where the programs run, alone or with others; what was tried begins anew there. */
  public void place(Place place) {
    begin(plan().at(place));
  }

  /** Where those of what comes next are to run: what a lesson says of itself is not kept. */
  private Place wanted() {
    Lesson lesson = plan().lesson();
    return lesson != null && lesson.experiment().place() != null ? Place.ALONE : plan().place();
  }

  /** Where the lesson says, or else at that place. */
  static Place placeOf(Lesson lesson, Place otherwise) {
    Place said = lesson.experiment().place();
    return said == null ? otherwise : said;
  }

  /** No lesson. */
  public void free() {
    exchange(plan().exchange());
  }

  /** A lesson that comes with the application. */
  public void shipped(String id, Language language) {
    Lessons.named(id, language).ifPresent(lesson -> play(lesson, id, plan().family()));
  }

  /** A lesson in a file; where it is none, says why. */
  public void file(Path file) {
    try {
      play(Lessons.read(file), String.valueOf(file.getFileName()), plan().family());
    } catch (IOException e) {
      notices.show(Notice.fault("fault.read", String.valueOf(file.getFileName())));
    } catch (LessonException e) {
      show(e);
    }
  }

  private void play(Lesson lesson, @Nullable String name, Family wanted) {
    try {
      boolean fits = lesson.families().contains(wanted);
      Family family = fits ? wanted : familyOf(lesson);
      Lesson over = fits ? lesson.over(family) : lesson;
      Place place = placeOf(lesson, wanted());
      begin(
          new Plan(
              exchangeOf(lesson), family, plan().unixName(), place, over, name, plan().port()));
    } catch (LessonException e) {
      show(e);
    }
  }

  private void show(LessonException faults) {
    notices.show(Notice.fault(words -> faults.sentences(Texts.of("lesson", words.language()))));
  }

  private static Exchange exchangeOf(Lesson lesson) {
    boolean unix =
        makes(lesson, "AF_UNIX")
            && Arrays.stream(Family.values()).noneMatch(family -> makes(lesson, family.domain()));
    return Arrays.stream(Exchange.values())
        .filter(exchange -> exchange.overIp() != unix)
        .filter(exchange -> makes(lesson, exchange.socketType()))
        .findFirst()
        .orElse(unix ? Exchange.UNIX_STREAM : Exchange.TCP);
  }

  private static Family familyOf(Lesson lesson) {
    return makes(lesson, Family.IPV6.domain()) && !makes(lesson, Family.IPV4.domain())
        ? Family.IPV6
        : Family.IPV4;
  }

  /** Whether the lesson makes a socket of that type or domain. */
  private static boolean makes(Lesson lesson, String constant) {
    return lesson.experiment().steps().stream()
        .filter(CallStep.class::isInstance)
        .map(CallStep.class::cast)
        .filter(step -> step.function() == Function.SOCKET)
        .flatMap(step -> step.operands().stream())
        .anyMatch(operand -> List.of(operand.toString().split("\\|")).contains(constant));
  }

  /** The same once more. */
  public void again() {
    begin(plan());
  }

  private void begin(Plan plan) {
    boolean something = controller.live() && recording.lastMoment() > 0;
    controller.begin(plan);
    if (something) {
      notices.show(Notice.information("notice.begun").offering("notice.open-last", this::last));
    } else {
      notices.dismiss();
    }
  }

  /** Opens the newest experiment before this one. */
  public void last() {
    Path file = controller.last();
    if (file != null) {
      controller.open(file);
    } else {
      notices.show(Notice.information("notice.no-last"));
    }
  }
}
