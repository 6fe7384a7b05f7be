package socketscope.lesson;

import java.util.List;
import java.util.Set;

/**
 * A lesson: prose for people and steps for programs.
 *
 * @param title its first heading
 * @param summary its first paragraph, on one line; empty where it has none
 * @param sections its prose and its steps, in order
 * @param experiment all of its steps, which are one experiment
 */
public record Lesson(String title, String summary, List<Section> sections, Steps experiment) {

  /** Keeps a copy of the sections. */
  public Lesson {
    sections = List.copyOf(sections);
  }

  /**
   * The versions of IP that it can be played over; none where it is about both, and is played as it
   * is written.
   */
  public Set<Family> families() {
    return FamilyChange.possible(experiment);
  }

  /**
   * The versions of IP that its steps name; none where it is about AF_UNIX alone, or no address.
   */
  public Set<Family> namedFamilies() {
    return FamilyChange.named(experiment);
  }

  /**
   * The same lesson over that version of IP: {@code AF_INET} and {@code 127.0.0.1} become {@code
   * AF_INET6} and {@code ::1}, or the other way about.
   *
   * @throws LessonException where it is about one version or about both, and can only be played as
   *     it is written
   */
  public Lesson over(Family family) throws LessonException {
    FamilyChange change = new FamilyChange(family);
    Steps changed = change.of(experiment);
    List<Section> parts =
        sections.stream()
            .map(part -> new Section(part.prose(), part.steps().stream().map(change::of).toList()))
            .toList();
    return new Lesson(title, summary, parts, changed);
  }

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
}
