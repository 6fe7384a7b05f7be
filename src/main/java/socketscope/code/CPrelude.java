package socketscope.code;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import socketscope.event.Function;

/** What stands before the calls in a C program: headers, ports, and what prints. */
final class CPrelude {

  private final Script script;
  private final Wording words;
  private final Source source;
  private final Set<Function> functions = EnumSet.noneOf(Function.class);

  CPrelude(Script script, Wording words, Source source) {
    this.script = script;
    this.words = words;
    this.source = source;
    script.steps().forEach(step -> functions.add(step.function()));
  }

  void top(String fileName) {
    String name = script.program();
    String threads = script.hasThreads() ? " -pthread" : "";
    source.comment("// ", words.text(Phrase.TITLE, name, script.title()));
    source.line("//");
    source.line("//     gcc -Wall -Wextra%s -o %s %s".formatted(threads, name, fileName));
    source.line("//     ./" + name);
    source.blank();
    source.line("#define _DEFAULT_SOURCE");
    headers().forEach(header -> source.line("#include <" + header + ">"));
    if (!script.ports().isEmpty()) {
      source.blank();
      source.comment("// ", words.text(Phrase.PORTS));
      script.ports().forEach((port, number) -> source.line("#define " + port + " " + number));
    }
    addresses();
    if (script.steps().stream()
        .anyMatch(s ->
            CDialect.sends(s) && Quoted.isLong(s.data()) && Quoted.pattern(s.data()).isPresent())) {
      part(Phrase.FILL, CText.FILL);
    }
    if (!functions.isEmpty()) {
      errors();
      reports();
    }
    if (script.waits()) {
      part(Phrase.WAIT_FOR, CText.WAIT_FOR);
    }
    source.blank();
  }

  private Set<String> headers() {
    Set<String> headers =
        new TreeSet<>(
            List.of(
                "errno.h",
                "stdarg.h",
                "stdio.h",
                "stdlib.h",
                "string.h",
                "sys/socket.h",
                "unistd.h"));
    headers.addAll(List.of("arpa/inet.h", "netinet/in.h"));
    if (script.hasThreads()) {
      headers.add("pthread.h");
    }
    if (script.errors().contains("EPIPE")) {
      headers.add("signal.h");
    }
    if (functions.contains(Function.FCNTL)) {
      headers.add("fcntl.h");
    }
    if (functions.contains(Function.IOCTL)) {
      headers.add("sys/ioctl.h");
    }
    String constants =
        script.steps().stream().map(step -> step.call().toString()).collect(Collectors.joining());
    if (constants.contains("TCP_")) {
      headers.add("netinet/tcp.h");
    }
    if (constants.contains("SIOC")) {
      headers.add("linux/sockios.h");
    }
    return headers;
  }

  private void addresses() {
    boolean four = gives(false);
    boolean six = gives(true);
    if (four) {
      part(Phrase.MAKE_ADDRESS, CText.IPV4);
    }
    if (six) {
      part(Phrase.MAKE_ADDRESS, CText.IPV6);
    }
    if (script.steps().stream().anyMatch(CDialect::tellsAddress)) {
      part(Phrase.ADDRESS_TEXT, CText.ADDRESS_TEXT);
    }
  }

  private boolean gives(boolean version6) {
    return script.steps().stream()
        .anyMatch(s -> s.target() instanceof Target.Fixed fixed && fixed.version6() == version6);
  }

  private void errors() {
    List<String> errors = script.errors();
    if (errors.isEmpty()) {
      part(Phrase.REPORT_CALL_STRICT, CText.PRINT_CALL_STRICT);
      return;
    }
    source.blank();
    source.comment("// ", words.text(Phrase.ERRORS));
    source.line("static const char *error_name(int error)");
    source.line("{");
    source.in();
    source.line("switch (error) {");
    errors.forEach(name -> source.line("case " + name + ": return \"" + name + "\";"));
    source.line("default: return NULL;");
    source.line("}");
    source.out();
    source.line("}");
    part(Phrase.REPORT_CALL, CText.PRINT_CALL);
  }

  private void reports() {
    if (script.steps().stream().anyMatch(CPrelude::isPlain)) {
      part(Phrase.REPORT, CText.REPORT);
    }
    boolean bytes = has(Function.RECV) || has(Function.READ);
    if (bytes || has(Function.RECVFROM)) {
      part(Phrase.BYTES, CText.PRINT_BYTES);
    }
    if (bytes) {
      source.blank();
      source.block(CText.REPORT_BYTES);
    }
    if (has(Function.RECVFROM)) {
      source.blank();
      source.block(CText.REPORT_BYTES_FROM);
    }
    if (has(Function.ACCEPT)) {
      source.blank();
      source.block(CText.REPORT_FROM);
    }
    if (has(Function.GETSOCKNAME) || has(Function.GETPEERNAME)) {
      source.blank();
      source.block(CText.REPORT_ADDRESS);
    }
    if (script.steps().stream().anyMatch(CDialect::isLinger)) {
      source.blank();
      source.block(CText.REPORT_LINGER);
    }
    if (has(Function.IOCTL)
        || script.steps().stream()
            .anyMatch(s -> s.function() == Function.GETSOCKOPT && !CDialect.isLinger(s))) {
      source.blank();
      source.block(CText.REPORT_VALUE);
    }
  }

  private boolean has(Function function) {
    return functions.contains(function);
  }

  private static boolean isPlain(Step step) {
    return switch (step.function()) {
      case ACCEPT, RECV, READ, RECVFROM, GETSOCKNAME, GETPEERNAME, GETSOCKOPT, IOCTL -> false;
      default -> true;
    };
  }

  private void part(Phrase phrase, String code) {
    source.blank();
    source.comment("// ", words.text(phrase));
    source.block(script.hasThreads() ? withLock(code) : code);
  }

  /** Threads print whole lines. */
  private static String withLock(String code) {
    return code.replace("    vprintf(", "    flockfile(stdout);\n    vprintf(")
        .replace("    fflush(stdout);\n", "    fflush(stdout);\n    funlockfile(stdout);\n");
  }
}
