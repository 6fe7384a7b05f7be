package socketscope.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import socketscope.code.Program.Point;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;

/** C 17 with POSIX. */
final class CDialect extends Dialect {

  /** More room than that is not asked for: no call of an experiment fills it. */
  private static final long MOST_ROOM = 1 << 24;

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<Bytes, String> data = new HashMap<>();

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
    }
    for (Statement statement : script.statements()) {
      if (statement instanceof Statement.Begin(Step step)) {
        thread(step);
      }
    }
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
      source.comment("// ", comment(Phrase.SIGPIPE));
      source.line("signal(SIGPIPE, SIG_IGN);");
    }
    source.blank();
    script.statements().forEach(this::statement);
    source.blank();
    source.line("return 0;");
    source.out();
    source.line("}");
  }

  /** Threads and main share what they name. */
  private void declareShared(Step step) {
    if (step.creates() != null) {
      source.line("static int " + step.creates().text() + ";");
    }
    if (step.keeps() != null) {
      source.line("static struct sockaddr_storage " + step.keeps() + ";");
      source.line("static socklen_t " + step.keeps() + "_length;");
    }
  }

  private void thread(Step step) {
    source.blank();
    Phrase why =
        step.made().interrupted()
            ? Phrase.THREAD_INTERRUPTED
            : step.result() == null ? Phrase.THREAD_NEVER : Phrase.THREAD;
    source.comment("// ", comment(why, step.function().cName()));
    source.line("static void *thread_" + step.callId() + "(void *unused)");
    source.line("{");
    source.in();
    source.line("(void) unused;");
    addresses.clear();
    data.clear();
    declareLocals(List.of(step));
    make(step);
    source.line("return NULL;");
    source.out();
    source.line("}");
    addresses.clear();
    data.clear();
  }

  /** What several calls of one function use again and again. */
  private void declareLocals(List<Step> steps) {
    if (steps.stream().anyMatch(step -> step.creates() == null)) {
      source.line("ssize_t result;");
    }
    steps.stream()
        .filter(CDialect::fills)
        .mapToLong(CDialect::room)
        .max()
        .ifPresent(
            room -> source.line((room > 65536 ? "static " : "") + "char buffer[" + room + "];"));
    if (steps.stream().anyMatch(step -> tellsAddress(step) && step.keeps() == null)) {
      source.line("struct sockaddr_storage told;");
      source.line("socklen_t told_length;");
    }
    if (steps.stream().anyMatch(step -> isOption(step) && !isLinger(step))) {
      source.line("int value;");
    }
    if (steps.stream().anyMatch(step -> step.function() == Function.GETSOCKOPT)) {
      source.line("socklen_t value_length;");
    }
    if (steps.stream().anyMatch(step -> isOption(step) && isLinger(step))) {
      source.line("struct linger linger;");
    }
  }

  private static boolean fills(Step step) {
    return switch (step.function()) {
      case RECV, RECVFROM, READ -> true;
      default -> false;
    };
  }

  private static long room(Step step) {
    return Math.clamp(step.size(), 1, MOST_ROOM);
  }

  static boolean tellsAddress(Step step) {
    return switch (step.function()) {
      case ACCEPT, RECVFROM, GETSOCKNAME, GETPEERNAME -> true;
      default -> false;
    };
  }

  static boolean isOption(Step step) {
    return switch (step.function()) {
      case GETSOCKOPT, SETSOCKOPT, IOCTL -> true;
      default -> false;
    };
  }

  static boolean isLinger(Step step) {
    return step.function() == Function.GETSOCKOPT && step.argument(2).equals("SO_LINGER");
  }

  private void statement(Statement statement) {
    source.blank();
    switch (statement) {
      case Statement.Make(Step step) -> make(step);
      case Statement.Begin(Step step) -> {
        source.of(step.callId());
        source.line("pthread_t id_" + step.callId() + ";");
        source.line("pthread_create(&id_%1$d, NULL, thread_%1$d, NULL);".formatted(step.callId()));
      }
      case Statement.Join(Step step) -> {
        source.of(step.callId());
        source.line("pthread_join(id_" + step.callId() + ", NULL);");
      }
      case Statement.Await await -> {
        for (Point point : points(await)) {
          source.line("wait_for(" + Quoted.literal(prompt(point)) + ");");
        }
      }
      case Statement.Stay() -> {
        stays();
        source.line("wait_for(" + Quoted.literal(comment(Phrase.PROMPT_STAY)) + ");");
      }
    }
    source.ofNone();
  }

  private void make(Step step) {
    source.of(step.callId());
    if (step.made().blocked() && step.result() != null) {
      source.comment("// ", comment(Phrase.BLOCKS));
    }
    if (step.failed()) {
      source.comment("// ", comment(Phrase.FAILS, step.errno()));
    }
    prepare(step);
    String call = step.function().cName() + "(" + String.join(", ", arguments(step)) + ")";
    source.line(assigned(step) + " = " + call + ";");
    report(step);
    source.ofNone();
  }

  private String assigned(Step step) {
    if (step.creates() == null) {
      return "result";
    }
    return (script.hasThreads() ? "" : "int ") + step.creates().text();
  }

  private void prepare(Step step) {
    if (step.target() instanceof Target.Fixed fixed) {
      address(fixed);
    }
    if (sends(step) && Quoted.isLong(step.data())) {
      longData(step.data());
    }
    if (step.keeps() != null && !script.hasThreads()) {
      source.line("struct sockaddr_storage " + step.keeps() + ";");
      source.line("socklen_t " + step.keeps() + "_length;");
    }
    if (tellsAddress(step)) {
      source.line(told(step) + "_length = sizeof " + told(step) + ";");
    }
    if (step.function() == Function.SETSOCKOPT) {
      source.line("value = " + (int) Long.parseLong(step.argument(3)) + ";");
    }
    if (step.function() == Function.GETSOCKOPT) {
      source.line("value_length = sizeof " + value(step) + ";");
    }
    if (fills(step) && step.size() > MOST_ROOM) {
      source.comment("// ", comment(Phrase.ROOM, step.size()));
    }
  }

  static boolean sends(Step step) {
    return switch (step.function()) {
      case SEND, SENDTO, WRITE -> true;
      default -> false;
    };
  }

  private String told(Step step) {
    return step.keeps() == null ? "told" : step.keeps();
  }

  private static String value(Step step) {
    return isLinger(step) ? "linger" : "value";
  }

  /** Declares the structure of an address, unless an earlier call has. */
  private void address(Target.Fixed fixed) {
    String key = fixed.address().toString();
    if (!addresses.containsKey(key)) {
      String name = "address" + (addresses.isEmpty() ? "" : addresses.size() + 1);
      addresses.put(key, name);
      source.line(
          "struct sockaddr_%s %s = %s(\"%s\", %s);"
              .formatted(
                  fixed.version6() ? "in6" : "in",
                  name,
                  fixed.version6() ? "ipv6" : "ipv4",
                  fixed.host(),
                  fixed.port()));
    }
  }

  private void longData(Bytes bytes) {
    if (data.containsKey(bytes)) {
      return;
    }
    String name = "data" + (data.isEmpty() ? "" : data.size() + 1);
    data.put(bytes, name);
    var pattern = Quoted.pattern(bytes);
    if (pattern.isPresent()) {
      source.line("static char " + name + "[" + bytes.length() + "];");
      source.line("fill(%s, sizeof %s, %s);".formatted(name, name, CLiterals.of(pattern.get())));
    } else {
      source.line("static const unsigned char " + name + "[] = {");
      source.in();
      CLiterals.numbers(bytes).forEach(source::line);
      source.out();
      source.line("};");
    }
  }

  private List<String> arguments(Step step) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < step.call().arguments().size(); i++) {
      written.addAll(argument(step, i));
    }
    switch (step.function()) {
      case ACCEPT, GETSOCKNAME, GETPEERNAME -> written.addAll(toldAddress(step));
      case RECV, READ -> written.add(1, "buffer");
      case RECVFROM -> {
        written.add(1, "buffer");
        written.addAll(toldAddress(step));
      }
      case GETSOCKOPT -> written.addAll(List.of("&" + value(step), "&value_length"));
      case SETSOCKOPT -> {
        written.set(3, "&value");
        written.add("sizeof value");
      }
      case IOCTL -> written.add("&value");
      case SOCKET, BIND, LISTEN, CONNECT, SEND, SENDTO, WRITE, SHUTDOWN, CLOSE, FCNTL -> {}
    }
    return written;
  }

  private List<String> toldAddress(Step step) {
    return List.of("(struct sockaddr *) &" + told(step), "&" + told(step) + "_length");
  }

  private List<String> argument(Step step, int index) {
    return switch (step.call().arguments().get(index)) {
      case Argument.Descriptor _ -> List.of(onText(step));
      case Argument.Data(Bytes bytes) when Quoted.isLong(bytes) ->
          List.of(Objects.requireNonNull(data.get(bytes)), "sizeof " + data.get(bytes));
      case Argument.Data(Bytes bytes) ->
          List.of(CLiterals.of(bytes), Integer.toString(bytes.length()));
      case Argument.Address _ -> pointer(Objects.requireNonNull(step.target()));
      case Argument.Number(long value) when fills(step) ->
          List.of(Long.toString(Math.min(value, MOST_ROOM)));
      case Argument.Number number -> List.of(number.toString());
      case Argument.Constant constant -> List.of(constant.toString());
    };
  }

  private List<String> pointer(Target target) {
    return switch (target) {
      case Target.Fixed fixed -> {
        String name = addresses.get(fixed.address().toString());
        yield List.of("(struct sockaddr *) &" + name, "sizeof " + name);
      }
      case Target.Heard(String name, _) ->
          List.of("(struct sockaddr *) &" + name, name + "_length");
    };
  }

  private static String onText(Step step) {
    return Objects.requireNonNull(step.on()).text();
  }

  private void report(Step step) {
    String result = step.creates() == null ? "result" : step.creates().text();
    String told = told(step);
    String before =
        switch (step.function()) {
          case ACCEPT -> "report_from(" + result + ", &" + told + ", " + told + "_length";
          case GETSOCKNAME, GETPEERNAME -> "report_address(" + result + ", &" + told;
          case RECV, READ -> "report_bytes(" + result + ", buffer, " + room(step);
          case RECVFROM ->
              "report_bytes_from(%s, buffer, %d, &%s, %s_length"
                  .formatted(result, room(step), told, told);
          case GETSOCKOPT, IOCTL -> "report_" + value(step) + "(" + result + ", " + value(step);
          case SOCKET,
              BIND,
              LISTEN,
              CONNECT,
              SEND,
              SENDTO,
              WRITE,
              SHUTDOWN,
              CLOSE,
              SETSOCKOPT,
              FCNTL ->
              "report(" + result;
        };
    source.line(before + ", " + format(Spelling.call(step)) + ");");
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
