package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import socketscope.text.Texts;

/** A lesson that cannot be understood, or not be played so. */
public final class LessonException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<LessonFault> faults;

  /**
   * A lesson with faults.
   *
   * @param faults at least one, in the order of their lines
   */
  public LessonException(List<LessonFault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  LessonException(LessonFault fault) {
    this(List.of(fault));
  }

  /** What is wrong, in the order of the lines. */
  public List<LessonFault> faults() {
    return faults;
  }

  /** The sentences for people, one a line. */
  public String sentences(Texts lessonTexts) {
    return faults.stream()
        .map(fault -> fault.sentence(lessonTexts))
        .collect(Collectors.joining("\n"));
  }
}
