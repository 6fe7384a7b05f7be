package socketscope.lesson;

import socketscope.event.Service;

/**
 * A step from which on a program serves connections by itself: {@code server: while (1)
 * echo(accept(l))}.
 *
 * @param listener the descriptor, by its name or its number
 */
public record ServeStep(int line, String program, Operand listener, Service service)
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
