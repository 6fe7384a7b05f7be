package socketscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.lesson.ActorReader.Actor;
import socketscope.lesson.DefinedNames.Run;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.CallStep;

/** Reads one step: {@code program: name = call(arguments) ... = expected}, or another one. */
final class StepReader {

  /** The options that tie a socket to a network device. */
  private static final Set<String> TYING = Set.of("SO_BINDTODEVICE", "SO_BINDTOIFINDEX");

  private final LineCursor cursor;
  private final DefinedNames names;
  private final int line;
  private final OperandReader operands;

  StepReader(LineCursor cursor, DefinedNames names, int line) {
    this.cursor = cursor;
    this.names = names;
    this.line = line;
    this.operands = new OperandReader(cursor, names);
  }

  /**
   * Reads the step after its {@code +}.
   *
   * @param before the step that it follows without a pause
   * @param given the names that the steps give with which it is made
   */
  CallStep readWithoutPause(CallStep before, Set<String> given) throws LessonException {
    int start = cursor.at();
    Actor actor = new Actor(before.program(), before.thread(), start);
    if (!(read(actor) instanceof CallStep call) || isAlone(call) || isAlone(before)) {
      throw cursor.fault(Kind.NOT_WITHOUT_PAUSE, start);
    }
    if (before.blocks()) {
      throw cursor.fault(Kind.AFTER_BLOCKED, start);
    }
    for (Operand operand : call.operands()) {
      Optional<String> unknown = operand.names().filter(given::contains).findFirst();
      if (unknown.isPresent()) {
        throw cursor.fault(Kind.GIVEN_WITHOUT_PAUSE, start, unknown.get());
      }
    }
    return call.afterThat();
  }

  /** Around these calls the program has to do something. */
  private static boolean isAlone(CallStep step) {
    return step.function() == Function.FORK || step.function() == Function.LISTEN;
  }

  /** Reads the step after its programs, for one of them. */
  LessonStep read(Actor actor) throws LessonException {
    Thread thread = new Thread(actor.program(), actor.thread());
    checkRuns(actor);
    int start = cursor.at();
    String word = cursor.takeWord();
    if (word.equals("while") && cursor.rest().startsWith("(")) {
      return new LoopReader(cursor, operands).read(line, actor, start);
    }
    String second = cursor.take(",") ? cursor.takeWord() : null;
    if (!cursor.take("=")) {
      cursor.back(second == null ? cursor.at() : start);
      return readCall(thread, null, null, start, second == null ? word : "");
    }
    int callStart = cursor.at();
    String function = cursor.takeWord();
    try {
      checkName(word, start, function);
      checkSecond(second, start, function);
      return readCall(thread, word, second, callStart, function);
    } finally {
      // Even where this line has a fault, so that the lines that use the name show no false ones.
      Set<Output> outputs = Function.named(function).map(Output::of).orElse(Set.of());
      bind(actor.program(), word, outputs);
      if (second != null) {
        bind(actor.program(), second, outputs);
      }
    }
  }

  private void checkRuns(Actor actor) throws LessonException {
    Run run = names.program(actor.program());
    if (run == null && !DefinedNames.isName(actor.program())) {
      throw cursor.fault(Kind.NO_CHILD, actor.at(), actor.program());
    } else if (run == null) {
      names.setProgram(actor.program(), Run.RUNNING);
    } else if (run == Run.ENDED) {
      throw cursor.fault(Kind.PROGRAM_ENDED, actor.at(), actor.program());
    } else if (run != Run.RUNNING) {
      throw cursor.fault(Kind.PROGRAM_STOPPED, actor.at(), actor.program());
    }
  }

  /** A program and the number of its thread. */
  private record Thread(String program, int number) {}

  private static boolean givesTwo(String function) {
    return Function.named(function)
        .filter(known ->
            switch (known.creates()) {
              case SOCKET_PAIR, DESCRIPTOR_PAIR, PASSED -> true;
              case NOTHING, SOCKET, ACCEPTED, DUPLICATE, DESCRIPTOR, PROCESS -> false;
            })
        .isPresent();
  }

  private void checkSecond(@Nullable String second, int start, String function)
      throws LessonException {
    if (second != null && (!givesTwo(function) || !DefinedNames.isName(second))) {
      throw cursor.fault(Kind.NOTHING_TO_NAME, start, second, function);
    }
  }

  private void checkName(String name, int start, String function) throws LessonException {
    Set<Output> outputs = Function.named(function).map(Output::of).orElse(Set.of());
    boolean nameable = outputs.contains(Output.DESCRIPTOR) || outputs.contains(Output.ADDRESS);
    if (!DefinedNames.isName(name) || !nameable && Function.named(function).isPresent()) {
      throw cursor.fault(Kind.NOTHING_TO_NAME, start, name, function);
    }
  }

  private void bind(String program, String name, Set<Output> outputs) {
    // What recvmsg() gives is called by one name: the descriptor that came, or who has sent it.
    if (outputs.contains(Output.DESCRIPTOR)) {
      names.addDescriptor(program, name);
    }
    if (outputs.contains(Output.ADDRESS)) {
      names.addAddress(name);
    }
  }

  private CallStep readCall(
      Thread thread, @Nullable String name, @Nullable String second, int start, String word)
      throws LessonException {
    if (word.isEmpty() || !cursor.rest().startsWith("(")) {
      throw cursor.fault(Kind.NO_CALL, start);
    }
    Function function =
        Function.named(word).orElseThrow(() -> cursor.fault(Kind.FUNCTION, start, word));
    List<Operand> arguments = readArguments(thread.program, function, start);
    if (TYING.stream().anyMatch(option -> namesOption(arguments, option))) {
      names.addTied(thread.program);
    }
    boolean blocks = cursor.take("...");
    Expected expected =
        cursor.take("=")
            ? new ExpectedReader(cursor, operands).read(thread.program, function, arguments)
            : null;
    if (function.creates() == Function.Creates.PROCESS) {
      names.fork(thread.program);
    }
    if (!cursor.atEnd()) {
      throw cursor.fault(Kind.TRAILING, cursor.rest());
    }
    return new CallStep(
        line,
        thread.program,
        thread.number,
        false,
        name,
        second,
        function,
        arguments,
        blocks,
        expected);
  }

  private static boolean namesOption(List<Operand> operands, String option) {
    return operands.stream()
        .anyMatch(operand ->
            operand instanceof Operand.Given(Argument.Named(Constant constant))
                && constant.set() == ConstantSet.OPTION
                && constant.is(option));
  }

  private List<Operand> readArguments(String program, Function function, int start)
      throws LessonException {
    cursor.take("(");
    List<Parameter> parameters = function.parameters();
    List<Operand> read = new ArrayList<>();
    if (!cursor.rest().startsWith(")")) {
      do {
        if (read.size() == parameters.size()) {
          throw cursor.fault(Kind.ARGUMENTS, start, function.usage());
        }
        int at = cursor.at();
        String text = cursor.takeArgument();
        read.add(operands.read(program, function, parameters.get(read.size()), text, at, read));
      } while (cursor.take(","));
    }
    if (!cursor.take(")")) {
      throw cursor.fault(Kind.NOT_CLOSED, ")");
    }
    for (Parameter left : parameters.subList(read.size(), parameters.size())) {
      if (left.usual() == null && left.optional()) {
        break;
      }
      if (left.usual() == null) {
        throw cursor.fault(Kind.ARGUMENTS, start, function.usage());
      }
      read.add(operands.read(program, function, left, left.usual(), start, read));
    }
    return read;
  }
}
