package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.Service;
import socketscope.event.Signal;

/** One step of a lesson. Its {@code toString} writes it as the lesson does. */
public sealed interface LessonStep {

  /** Its line in the lesson's file, from 1. */
  int line();

  /** The program that does it, or that it is done to. */
  String program();

  /** Whether it is made right after the step before, without a pause between the two. */
  default boolean withoutPause() {
    return false;
  }

  /**
   * A step in which a program makes a call: {@code server: c = accept(l) ...}.
   *
   * @param line its line in the lesson's file, from 1
   * @param program the program that makes the call
   * @param thread which of the program's threads makes it; 1 unless the lesson says otherwise
   * @param withoutPause whether the same thread makes it right after the call of the step before
   * @param name what the descriptor or the address that the call gives is called from then on; null
   *     where it gets no name
   * @param second what the second descriptor of socketpair() is called; null where it gets no name
   * @param operands one for each parameter of the function; optional ones at the end may be missing
   * @param blocks whether the lesson says that the call blocks, and goes on
   * @param expected what it answers, at once or when it wakes; null where the lesson does not say
   */
  record CallStep(
      int line,
      String program,
      int thread,
      boolean withoutPause,
      @Nullable String name,
      @Nullable String second,
      Function function,
      List<Operand> operands,
      boolean blocks,
      @Nullable Expected expected)
      implements LessonStep {

    /** Checks the number of the operands. */
    public CallStep {
      operands = List.copyOf(operands);
      List<Parameter> parameters = function.parameters();
      boolean fits =
          operands.size() <= parameters.size()
              && parameters.stream().skip(operands.size()).allMatch(Parameter::optional);
      if (!fits) {
        throw new IllegalArgumentException(function.usage() + " with " + operands);
      }
    }

    /** A step of the program's first thread, which names one thing at most. */
    public CallStep(
        int line,
        String program,
        @Nullable String name,
        Function function,
        List<Operand> operands,
        boolean blocks,
        @Nullable Expected expected) {
      this(line, program, 1, false, name, null, function, operands, blocks, expected);
    }

    /** The same step with another call and another answer. */
    CallStep with(List<Operand> others, @Nullable Expected other) {
      return new CallStep(
          line, program, thread, withoutPause, name, second, function, others, blocks, other);
    }

    /** The same step, made right after the one before. */
    CallStep afterThat() {
      return new CallStep(
          line, program, thread, true, name, second, function, operands, blocks, expected);
    }

    /** The call alone, with its names: {@code connect(s, 127.0.0.1:p)}. */
    public String call() {
      return operands.stream()
          .map(Operand::toString)
          .collect(Collectors.joining(", ", function.cName() + "(", ")"));
    }

    @Override
    public String toString() {
      return (withoutPause ? "+ " : program + (thread == 1 ? "" : "/" + thread) + ": ")
          + (name == null ? "" : name)
          + (second == null ? "" : ", " + second)
          + (name == null ? "" : " = ")
          + call()
          + (blocks ? " ..." : "")
          + (expected == null ? "" : " = " + expected);
    }
  }

  /**
   * A step from which on a program serves connections by itself: {@code server: while (1)
   * echo(accept(l))}.
   *
   * @param listener the descriptor, by its name or its number
   */
  record ServeStep(int line, String program, Operand listener, Service service)
      implements LessonStep {

    @Override
    public String toString() {
      String accept = "accept(" + listener + ")";
      return program
          + ": while (1) "
          + switch (service) {
            case ONE_AT_A_TIME -> "echo(" + accept + ")";
            case THREAD_EACH -> "thread(echo, " + accept + ")";
          };
    }
  }

  /** A step in which a program is sent a signal: {@code kill -STOP server}. */
  record SignalStep(int line, String program, Signal signal) implements LessonStep {

    @Override
    public String toString() {
      return "kill -" + signal.name().substring("SIG".length()) + " " + program;
    }
  }
}
