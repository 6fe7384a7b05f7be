package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;

/**
 * One step of a lesson: a call that a program makes. Its {@code toString} writes it as the lesson
 * does.
 *
 * @param line its line in the lesson's file, from 1
 * @param program the program that makes the call
 * @param name what the descriptor or the address that the call gives is called from then on; null
 *     where it gets no name
 * @param operands one for each parameter of the function
 * @param blocks whether the lesson says that the call blocks, and goes on
 * @param expected what it answers, at once or when it wakes; null where the lesson does not say
 */
public record Step(
    int line,
    String program,
    @Nullable String name,
    Function function,
    List<Operand> operands,
    boolean blocks,
    @Nullable Expected expected) {

  /** Checks the number of the operands. */
  public Step {
    operands = List.copyOf(operands);
    if (operands.size() != function.parameters().size()) {
      throw new IllegalArgumentException(function.usage() + " with " + operands);
    }
  }

  /** The call alone, with its names: {@code connect(s, 127.0.0.1:p)}. */
  public String call() {
    return operands.stream()
        .map(Operand::toString)
        .collect(Collectors.joining(", ", function.cName() + "(", ")"));
  }

  @Override
  public String toString() {
    return program
        + ": "
        + (name == null ? "" : name + " = ")
        + call()
        + (blocks ? " ..." : "")
        + (expected == null ? "" : " = " + expected);
  }
}
