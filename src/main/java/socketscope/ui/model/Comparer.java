package socketscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import socketscope.capture.CaptureFile;
import socketscope.capture.CaptureFile.NoPacketsException;
import socketscope.event.Event;
import socketscope.lesson.Family;
import socketscope.lesson.Lesson;
import socketscope.lesson.LessonException;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;
import socketscope.ui.wording.Words;

/** Opens two experiments side by side, and closes them again. */
public final class Comparer implements AutoCloseable {

  /** What can be compared. */
  public sealed interface Source {

    /** What has happened so far in the window's own experiment, which goes on by itself. */
    record Current() implements Source {}

    /**
     * A lesson that comes with the application.
     *
     * @param family over which it is played; null for that which it is written for
     */
    record Shipped(String id, @Nullable Family family) implements Source {
      /** As it is written. */
      public Shipped(String id) {
        this(id, null);
      }
    }

    /**
     * A lesson in a file.
     *
     * @param family over which it is played; null for that which it is written for
     */
    record LessonFile(Path file, @Nullable Family family) implements Source {
      /** As it is written. */
      public LessonFile(Path file) {
        this(file, null);
      }
    }

    /** A saved trace, or captured packets. */
    record SavedTrace(Path file) implements Source {}
  }

  private final EventPump pump;
  private final Recording current;
  private final Settings settings;
  private final Notices notices;
  private final Autosave autosave;
  private final List<ComparisonPlayback> ending = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable ComparisonPlayback> open =
      new ReadOnlyObjectWrapper<>();

  /**
   * Compares in a window.
   *
   * @param current the window's own experiment
   * @param notices says what went wrong
   */
  public Comparer(
      EventPump pump, Recording current, Settings settings, Notices notices, Autosave autosave) {
    this.pump = pump;
    this.current = current;
    this.settings = settings;
    this.notices = notices;
    this.autosave = autosave;
  }

  /** What is compared; null while nothing is. */
  public ReadOnlyObjectProperty<@Nullable ComparisonPlayback> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Opens those two; where one cannot be opened, says why, and opens none. */
  public void open(Source left, Source right, Language language) {
    leave();
    side(left, "left", language)
        .ifPresent(ours ->
            side(right, "right", language)
                .ifPresentOrElse(
                    theirs -> open.set(new ComparisonPlayback(ours, theirs, settings)),
                    () -> ours.controller().end()));
  }

  private Optional<ComparedSide> side(Source source, String name, Language language) {
    Autosave own = autosave.beside("compared").beside(name);
    return switch (source) {
      case Source.Current _ ->
          Optional.of(
              ComparedSide.of(
                  current.all(), words -> words.get("compare.current"), pump, faults(), own));
      case Source.Shipped(String id, Family family) ->
          Lessons.named(id, language).flatMap(lesson -> over(family, lesson, id, own));
      case Source.LessonFile(Path file, Family family) -> lesson(file, family, own);
      case Source.SavedTrace(Path file) -> trace(file, own);
    };
  }

  private Optional<ComparedSide> lesson(Path file, @Nullable Family family, Autosave own) {
    String name = String.valueOf(file.getFileName());
    try {
      return over(family, Lessons.read(file), name, own);
    } catch (IOException e) {
      return refused(words -> words.get("fault.read", name));
    } catch (LessonException e) {
      return refused(e);
    }
  }

  private Optional<ComparedSide> over(
      @Nullable Family family, Lesson lesson, String name, Autosave own) {
    try {
      Lesson played = family == null ? lesson : lesson.over(family);
      return Optional.of(ComparedSide.of(played, name, family, pump, faults(), own));
    } catch (LessonException e) {
      return refused(e);
    }
  }

  private Optional<ComparedSide> refused(LessonException why) {
    return refused(words -> why.sentences(Texts.of("lesson", words.language())));
  }

  private Optional<ComparedSide> trace(Path file, Autosave own) {
    String name = String.valueOf(file.getFileName());
    try {
      List<Event> events =
          CaptureFile.isOne(file) ? CaptureFile.read(file) : TraceReader.read(file).events();
      return Optional.of(ComparedSide.of(events, _ -> name, pump, faults(), own));
    } catch (NoPacketsException e) {
      return refused(words -> words.get("fault.no-packets", name));
    } catch (IOException e) {
      return refused(words -> words.get("fault.read", name));
    } catch (TraceFormatException e) {
      return refused(
          words -> words.get("fault.trace", name, e.sentence(Texts.of("trace", words.language()))));
    }
  }

  private Optional<ComparedSide> refused(Function<Words, String> why) {
    notices.show(Notice.fault(why));
    return Optional.empty();
  }

  /** What a side has to say of itself goes into the window only where something did not work. */
  private Notices faults() {
    Notices own = new Notices();
    own.currentProperty()
        .addListener((_, _, notice) -> {
          if (notice != null && notice.kind() == Notice.Kind.FAULT) {
            notices.show(notice);
          }
        });
    return own;
  }

  /** Closes what is compared, and ends its programs. */
  public void leave() {
    ComparisonPlayback now = open.get();
    if (now != null) {
      open.set(null);
      now.end();
      ending.add(now);
    }
  }

  /** Ends what is compared, and waits until all programs have ended. What is shown stays. */
  @Override
  public void close() {
    if (open.get() != null) {
      open.get().end();
      ending.add(open.get());
    }
    ending.forEach(ComparisonPlayback::awaitEnd);
  }
}
