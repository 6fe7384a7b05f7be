package socketscope.lesson;

import java.util.List;

/**
 * A piece of a lesson: prose, and the steps that follow it.
 *
 * @param prose Markdown
 * @param steps none in a last section that only closes the lesson
 */
public record Section(String prose, List<LessonStep> steps) {

  /** Keeps a copy of the steps. */
  public Section {
    steps = List.copyOf(steps);
  }
}
