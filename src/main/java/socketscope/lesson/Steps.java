package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps of an experiment. Their {@code toString} is what {@link StepsParser} reads.
 *
 * @param ports the names of the free ports that they need, in the order of their declaration
 * @param steps the steps, in order
 */
public record Steps(List<String> ports, List<LessonStep> steps) {

  /** Keeps copies. */
  public Steps {
    ports = List.copyOf(ports);
    steps = List.copyOf(steps);
  }

  /** The programs that make the calls, in the order of their first step. */
  public List<String> programs() {
    return steps.stream().map(LessonStep::program).distinct().toList();
  }

  @Override
  public String toString() {
    String declared = ports.isEmpty() ? "" : "port " + String.join(", ", ports) + "\n";
    return steps.stream().map(step -> step + "\n").collect(Collectors.joining("", declared, ""));
  }
}
