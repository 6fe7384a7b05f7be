package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Signal;
import socketscope.lesson.ActorReader.Actor;
import socketscope.lesson.DefinedNames.Run;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.SignalStep;

/** Reads a signal to programs, from its dash on: {@code kill -STOP server}. */
final class KillReader {

  /** As kill(1) takes them; the numbers are the same on every system. */
  private static final Map<String, Signal> SIGNALS =
      Map.of(
          "STOP", Signal.SIGSTOP,
          "CONT", Signal.SIGCONT,
          "TERM", Signal.SIGTERM,
          "KILL", Signal.SIGKILL,
          "15", Signal.SIGTERM,
          "9", Signal.SIGKILL);

  private final LineCursor cursor;
  private final DefinedNames names;
  private final int line;

  KillReader(LineCursor cursor, DefinedNames names, int line) {
    this.cursor = cursor;
    this.names = names;
    this.line = line;
  }

  List<LessonStep> read() throws LessonException {
    int start = cursor.at();
    String written = cursor.takeWhile(c -> !Character.isWhitespace(c));
    cursor.skipBlanks();
    @Nullable Signal signal =
        written.startsWith("-") ? SIGNALS.get(written.substring(1).replaceFirst("^SIG", "")) : null;
    if (signal == null) {
      throw cursor.fault(Kind.SIGNAL, start, OperandReader.shown(written));
    }
    List<LessonStep> steps = new ArrayList<>();
    for (Actor target : new ActorReader(cursor).readTargets()) {
      Run run = names.program(target.program());
      if (run == null) {
        throw cursor.fault(Kind.UNKNOWN_PROGRAM, target.at(), target.program());
      }
      if (run == Run.ENDED) {
        throw cursor.fault(Kind.PROGRAM_ENDED, target.at(), target.program());
      }
      names.setProgram(target.program(), run.after(signal));
      steps.add(new SignalStep(line, target.program(), signal));
    }
    return steps;
  }
}
