package socketscope.lesson;

import java.util.List;
import socketscope.event.Function;
import socketscope.event.Service;
import socketscope.lesson.ActorReader.Actor;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.ServeStep;

/**
 * Reads the loop of a server, from its parenthesis on: {@code while (1) echo(accept(l))} or {@code
 * while (1) thread(echo, accept(l))}.
 */
final class LoopReader {

  private final LineCursor cursor;
  private final OperandReader operands;

  LoopReader(LineCursor cursor, OperandReader operands) {
    this.cursor = cursor;
    this.operands = operands;
  }

  /**
   * Reads it.
   *
   * @param start where its first word begins in the line
   */
  ServeStep read(int line, Actor actor, int start) throws LessonException {
    boolean begun = takeAll("(", "1", ")");
    boolean each = begun && cursor.take("thread");
    boolean echo = each ? takeAll("(", "echo", ",") : begun && takeAll("echo", "(");
    if (!echo || !takeAll("accept", "(") || actor.thread() != 1) {
      throw cursor.fault(Kind.LOOP, start);
    }
    int at = cursor.at();
    String text = cursor.takeArgument();
    Operand listener =
        operands.read(
            actor.program(),
            Function.ACCEPT,
            Function.ACCEPT.parameters().getFirst(),
            text,
            at,
            List.of());
    if (!takeAll(")", ")")) {
      throw cursor.fault(Kind.NOT_CLOSED, ")");
    }
    if (!cursor.atEnd()) {
      throw cursor.fault(Kind.TRAILING, cursor.rest());
    }
    Service service = each ? Service.THREAD_EACH : Service.ONE_AT_A_TIME;
    return new ServeStep(line, actor.program(), listener, service);
  }

  private boolean takeAll(String... tokens) {
    for (String token : tokens) {
      if (!cursor.take(token)) {
        return false;
      }
    }
    return true;
  }
}
