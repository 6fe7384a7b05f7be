package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import socketscope.event.Argument;

/** C 17 with POSIX. */
final class CDialect extends Dialect {

  private final CArguments arguments = new CArguments(source);
  private final CCall call = new CCall(arguments);

  CDialect(Script script, Wording words) {
    super(script, words, "    ");
  }

  @Override
  ProgramLanguage language() {
    return ProgramLanguage.C;
  }

  @Override
  void write() {
    CPrelude prelude = new CPrelude(script, words, source);
    prelude.top(language().fileName(script.program()));
    if (script.hasThreads()) {
      script.steps().forEach(this::declareShared);
      script.asked().forEach(port -> source.line("static int " + port + ";"));
    }
    script.threads().forEach(this::thread);
    source.blank();
    source.line("int main(void)");
    source.line("{");
    source.in();
    declareLocals(
        script.statements().stream()
            .filter(Statement.Make.class::isInstance)
            .map(statement -> ((Statement.Make) statement).step())
            .toList());
    if (script.errors().contains("EPIPE")) {
      source.blank();
      note(Phrase.SIGPIPE);
      source.line("signal(SIGPIPE, SIG_IGN);");
    }
    source.blank();
    statements();
    unlink();
    source.blank();
    source.line("return 0;");
    source.out();
    source.line("}");
  }

  /** The experiment's folder went with it; here the files of AF_UNIX would stay. */
  private void unlink() {
    List<String> paths = script.paths();
    if (!paths.isEmpty()) {
      source.blank();
      note(Phrase.UNLINK);
      paths.forEach(path -> source.line("unlink(" + Quoted.literal(path) + ");"));
    }
  }

  /** Threads and main share what they name. */
  private void declareShared(Step step) {
    if (step.creates() != null) {
      source.line("static int " + step.creates().text() + ";");
    }
    if (step.second() != null) {
      source.line("static int " + step.second().text() + ";");
    }
    if (step.keeps() != null) {
      source.line("static struct sockaddr_storage " + step.keeps() + ";");
      source.line("static socklen_t " + step.keeps() + "_length;");
    }
  }

  private void thread(Step step) {
    source.blank();
    noteThread(step);
    source.line("static void *thread_" + step.callId() + "(void *unused)");
    source.line("{");
    source.in();
    source.line("(void) unused;");
    arguments.forget();
    declareLocals(List.of(step));
    make(step);
    source.line("return NULL;");
    source.out();
    source.line("}");
    arguments.forget();
  }

  /** What several calls of one function use again and again. */
  private void declareLocals(List<Step> steps) {
    if (steps.stream().anyMatch(step -> assigned(step).equals("result"))) {
      source.line("ssize_t result;");
    }
    steps.stream()
        .filter(CDialect::fills)
        .mapToLong(CDialect::room)
        .max()
        .ifPresent(
            room -> source.line((room > 65536 ? "static " : "") + "char buffer[" + room + "];"));
    boolean tells = steps.stream().anyMatch(step -> uses(step, "&told"));
    if (tells || steps.stream().anyMatch(step -> uses(step, "(struct sockaddr *) &told"))) {
      source.line("struct sockaddr_storage told;");
    }
    if (steps.stream().anyMatch(step -> uses(step, "&told_length"))) {
      source.line("socklen_t told_length;");
    }
    options(steps);
    if (steps.stream().anyMatch(step -> uses(step, "pair"))) {
      source.line("int pair[2];");
    }
  }

  private void options(List<Step> steps) {
    if (steps.stream().anyMatch(step -> sets(step, "value") || uses(step, "&value"))) {
      source.line("int value;");
    }
    if (steps.stream().anyMatch(step -> uses(step, "&value_length"))) {
      source.line("socklen_t value_length;");
    }
    if (steps.stream().anyMatch(step -> sets(step, "linger") || uses(step, "&linger"))) {
      source.line("struct linger linger;");
    }
    if (steps.stream().anyMatch(step -> sets(step, "time") || uses(step, "&time"))) {
      source.line("struct timeval time;");
    }
    steps.stream()
        .filter(step -> uses(step, "option"))
        .mapToInt(CArguments::optionSize)
        .max()
        .ifPresent(size -> source.line("char option[" + (size + 1) + "];"));
  }

  /** Whether one of the arguments is that expression. */
  private boolean uses(Step step, String expression) {
    return switch (step.function()) {
      case ACCEPT, RECVFROM, GETSOCKNAME, GETPEERNAME ->
          CCall.told(step).equals("told") && CCall.toldAddress(step).contains(expression);
      case GETSOCKOPT -> arguments.optionRoomArguments(step).contains(expression);
      case SETSOCKOPT -> arguments.optionArguments(step).contains(expression);
      case IOCTL -> expression.equals("&value") && OptionKind.hasValue(step);
      case SOCKETPAIR -> expression.equals("pair") && OptionKind.hasValue(step);
      default -> false;
    };
  }

  /** Whether that variable gets the value, of which a larger room gets a copy, or is printed. */
  private static boolean sets(Step step, String variable) {
    return switch (step.function()) {
      case SETSOCKOPT -> CArguments.variableSet(step).equals(variable);
      case GETSOCKOPT -> OptionKind.hasValue(step) && CArguments.value(step).equals(variable);
      default -> false;
    };
  }

  private static boolean fills(Step step) {
    return step.receives() && !(step.given(1) instanceof Argument.Pointer);
  }

  private static long room(Step step) {
    return Math.clamp(step.size(), 1, CArguments.MOST_ROOM);
  }

  @Override
  void ask(String port, String text) {
    source.line(declared() + port + " = ask_for(" + Quoted.literal(text) + ");");
  }

  @Override
  void begin(Step step) {
    source.line("pthread_t id_" + step.callId() + ";");
    source.line("pthread_create(&id_%1$d, NULL, thread_%1$d, NULL);".formatted(step.callId()));
  }

  @Override
  void pause(String seconds) {
    source.line("usleep((useconds_t) (" + seconds + " * 1000000));");
  }

  @Override
  void join(Step step) {
    source.line("pthread_join(id_" + step.callId() + ", NULL);");
  }

  @Override
  void call(Step step) {
    prepare(step);
    String written = step.function().cName() + "(" + String.join(", ", call.of(step)) + ")";
    source.line(assigned(step) + " = " + written + ";");
    arguments.afterOption(step);
    if (step.second() != null && step.creates() != null) {
      source.line(declared() + step.creates().text() + " = pair[0];");
      source.line(declared() + step.second().text() + " = pair[1];");
    }
    report(step);
  }

  private String assigned(Step step) {
    return step.creates() == null || step.second() != null
        ? "result"
        : declared() + step.creates().text();
  }

  private String declared() {
    return script.hasThreads() ? "" : "int ";
  }

  private void prepare(Step step) {
    if (step.keeps() != null && !script.hasThreads()) {
      source.line("struct sockaddr_storage " + step.keeps() + ";");
      source.line("socklen_t " + step.keeps() + "_length;");
    }
    arguments.prepare(step);
    if (step.tellsAddress()) {
      List<String> told = CCall.toldAddress(step);
      boolean usual = step.given(CCall.toldPlace(step)) == null;
      if (told.getFirst().endsWith("&" + CCall.told(step)) && (script.isUnix() || !usual)) {
        source.line("memset(&%1$s, 0, sizeof %1$s);".formatted(CCall.told(step)));
      }
      if (told.getLast().endsWith("_length")) {
        String length = CArguments.lengthGiven(step, CCall.toldPlace(step));
        source.line(
            CCall.told(step)
                + "_length = "
                + (length == null ? "sizeof " + CCall.told(step) : length)
                + ";");
      }
    }
    if (fills(step) && step.size() > CArguments.MOST_ROOM) {
      note(Phrase.ROOM, step.size());
    }
  }

  private void report(Step step) {
    boolean named = step.creates() != null && step.second() == null;
    String result = named ? step.creates().text() : "result";
    String told = CCall.told(step);
    Report report = Report.of(step);
    String more =
        switch (report) {
          case PLAIN -> "";
          case BYTES -> ", buffer, " + room(step);
          case BYTES_FROM -> ", buffer, %d, &%s, %s_length".formatted(room(step), told, told);
          case FROM -> ", &" + told + ", " + told + "_length";
          case ADDRESS -> ", &" + told;
          case LINGER -> ", linger";
          case TIME -> ", time";
          case NAME -> ", option";
          case VALUE -> ", value";
          case PAIR -> ", pair";
          case POLLED -> ", " + CArguments.watchedName(step) + ", " + step.watched().size();
        };
    source.line(
        report.function() + "(" + result + more + ", " + format(Spelling.call(step)) + ");");
  }

  /** What printf() is given to print the call. */
  private static String format(List<Piece> pieces) {
    String text =
        pieces.stream()
            .map(piece ->
                switch (piece) {
                  case Piece.Text(String fixed) -> fixed.replace("%", "%%");
                  case Piece.Number _, Piece.Port _ -> "%d";
                  case Piece.Address _ -> "%s";
                })
            .collect(Collectors.joining());
    List<String> values = new ArrayList<>(List.of(Quoted.literal(text)));
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text _ -> {}
        case Piece.Number(Handle handle) -> values.add(handle.text());
        case Piece.Port(String name, _) -> values.add(name);
        case Piece.Address(Target.Heard heard) ->
            values.add("address_text(&" + heard.variable() + ")");
      }
    }
    return String.join(", ", values);
  }
}
