package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;

/**
 * The steps of an experiment. Their {@code toString} is what {@link StepsParser} reads.
 *
 * @param place where the programs are to run; null where that does not matter
 * @param ports the names of the free ports that they need, in the order of their declaration
 * @param steps the steps, in order
 */
public record Steps(@Nullable Place place, List<String> ports, List<LessonStep> steps) {

  /** Stands between a parent's name and the number of its child. */
  private static final char CHILD = '.';

  /** Keeps copies. */
  public Steps {
    ports = List.copyOf(ports);
    steps = List.copyOf(steps);
  }

  /** Those of an experiment at any place. */
  public Steps(List<String> ports, List<LessonStep> steps) {
    this(null, ports, steps);
  }

  /**
   * The programs that make the calls, in the order of their first step; without those that others
   * make by fork().
   */
  public List<String> programs() {
    return steps.stream()
        .map(LessonStep::program)
        .filter(program -> program.indexOf(CHILD) < 0)
        .distinct()
        .toList();
  }

  /**
   * What the program is called that a call to fork() makes, as the lab calls it.
   *
   * @param number which of the parent's calls, from 1
   */
  static String child(String parent, int number) {
    return parent + CHILD + number;
  }

  @Override
  public String toString() {
    String where = place == null ? "" : "where " + place.word() + "\n";
    String declared = where + (ports.isEmpty() ? "" : "port " + String.join(", ", ports) + "\n");
    return steps.stream().map(step -> step + "\n").collect(Collectors.joining("", declared, ""));
  }
}
