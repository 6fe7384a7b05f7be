package socketscope.ui.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lesson;
import socketscope.lesson.Lesson.Section;
import socketscope.lesson.LessonStep;
import socketscope.lesson.StepOutcome;

/**
 * The page of a lesson that is read now: the prose before the step that comes next, and the steps
 * that it leads to. After the last step it is the closing prose, or the last page where there is
 * none.
 *
 * @param first whether the lesson begins on it
 * @param prose Markdown
 */
public record LessonPage(boolean first, String prose, List<Line> steps) {

  /** How far a step is. */
  public enum Progress {
    /** Made, and the kernel answered as the lesson says. */
    MET,
    /** Made, and it went otherwise. */
    UNMET,
    /** The one that comes next. */
    NEXT,
    /** Not made yet. */
    LATER
  }

  /**
   * A step of the page.
   *
   * @param outcome how it went; null where it has not been made
   */
  public record Line(LessonStep step, Progress progress, @Nullable StepOutcome outcome) {}

  /** Keeps a copy of the steps. */
  public LessonPage {
    steps = List.copyOf(steps);
  }

  /**
   * The page of a lesson after some of its steps.
   *
   * @param outcomes of the steps that have been made
   */
  public static LessonPage of(Lesson lesson, List<StepOutcome> outcomes) {
    List<String> prose = new ArrayList<>();
    int before = 0;
    for (Iterator<Section> sections = lesson.sections().iterator(); ; ) {
      Section section = sections.next();
      // A fence can reserve ports only: what stands before it belongs to the steps after it.
      prose.add(section.prose());
      int after = before + section.steps().size();
      if (outcomes.size() < after || !sections.hasNext()) {
        return new LessonPage(
            before == 0, String.join("\n\n", prose), lines(section, before, outcomes));
      }
      if (after > before) {
        prose.clear();
      }
      before = after;
    }
  }

  private static List<Line> lines(Section section, int before, List<StepOutcome> outcomes) {
    return IntStream.range(0, section.steps().size())
        .mapToObj(index -> line(section.steps().get(index), before + index, outcomes))
        .toList();
  }

  private static Line line(LessonStep step, int index, List<StepOutcome> outcomes) {
    if (index >= outcomes.size()) {
      return new Line(step, index == outcomes.size() ? Progress.NEXT : Progress.LATER, null);
    }
    StepOutcome outcome = outcomes.get(index);
    return new Line(step, outcome.asTheLessonSays() ? Progress.MET : Progress.UNMET, outcome);
  }
}
