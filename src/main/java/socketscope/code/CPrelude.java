package socketscope.code;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

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
    source.line(has(Function.POLL) ? "#define _GNU_SOURCE" : "#define _DEFAULT_SOURCE");
    headers().forEach(header -> source.line("#include <" + header + ">"));
    if (!script.ports().isEmpty()) {
      source.blank();
      source.comment("// ", words.text(Phrase.PORTS));
      script.ports().forEach((port, number) -> source.line("#define " + port + " " + number));
    }
    pointers();
    addresses();
    if (script.steps().stream()
        .anyMatch(
            s -> s.sends() && Quoted.isLong(s.data()) && Quoted.pattern(s.data()).isPresent())) {
      part(Phrase.FILL, CText.FILL);
    }
    if (!functions.isEmpty()) {
      errors();
      reports();
    }
    if (!script.asked().isEmpty()) {
      part(Phrase.ASK_FOR, CText.ASK_FOR);
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
    if (functions.contains(Function.POLL)) {
      headers.add("poll.h");
    }
    if (script.isUnix() || gives(SocketAddress.Unix.class)) {
      headers.addAll(List.of("ctype.h", "stddef.h", "sys/un.h"));
    }
    if (constants.contains("TIMEO")) {
      headers.add("sys/time.h");
    }
    if (constants.contains("SIOC")) {
      headers.add("linux/sockios.h");
    }
    return headers;
  }

  /** The compiler would refuse to pass what it knows to point nowhere. */
  private void pointers() {
    List<Argument> all =
        script.steps().stream().flatMap(step -> step.call().arguments().stream()).toList();
    boolean none = points(all, Argument.Wild.NULL);
    boolean bad = points(all, Argument.Wild.BAD);
    if (none || bad) {
      source.blank();
      source.comment("// ", words.text(Phrase.POINTERS));
    }
    if (none) {
      source.line("static void *volatile null_pointer = NULL;");
    }
    if (bad) {
      source.line("static void *volatile bad_pointer = (void *) 1;");
    }
  }

  private static boolean points(List<Argument> all, Argument.Wild to) {
    return all.stream()
        .anyMatch(argument -> argument instanceof Argument.Pointer pointer && pointer.to() == to);
  }

  private void addresses() {
    if (gives(SocketAddress.Inet4.class)) {
      part(Phrase.MAKE_ADDRESS, CText.IPV4);
    }
    if (gives(SocketAddress.Inet6.class)) {
      part(Phrase.MAKE_ADDRESS, CText.IPV6);
    }
    if (gives(SocketAddress.Unix.class)) {
      part(Phrase.MAKE_UNIX, CUnusual.UNIX);
    }
    if (gives(SocketAddress.Other.class)) {
      part(Phrase.MAKE_OTHER, CUnusual.OTHER);
    }
    boolean tells =
        script.steps().stream()
            .anyMatch(step ->
                switch (Report.of(step)) {
                  case FROM, BYTES_FROM, ADDRESS -> true;
                  default -> step.target() instanceof Target.Heard;
                });
    if (tells && script.isUnix()) {
      part(Phrase.UNIX_TEXT, CUnusual.UNIX_TEXT);
      String elsewhere = "    } else {\n";
      part(
          Phrase.ADDRESS_TEXT,
          CText.ADDRESS_TEXT
              .replace("text[80]", "text[512]")
              .replace(elsewhere, CUnusual.UNIX_BRANCH + elsewhere));
    } else if (tells) {
      part(Phrase.ADDRESS_TEXT, CText.ADDRESS_TEXT);
    }
  }

  private boolean gives(Class<? extends SocketAddress> family) {
    return script.steps().stream()
        .anyMatch(
            s -> s.target() instanceof Target.Fixed fixed && family.isInstance(fixed.address()));
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
    Set<Report> used = EnumSet.noneOf(Report.class);
    script.steps().forEach(step -> used.add(Report.of(step)));
    if (used.contains(Report.PLAIN)) {
      part(Phrase.REPORT, CText.REPORT);
    }
    if (used.contains(Report.BYTES) || used.contains(Report.BYTES_FROM)) {
      part(Phrase.BYTES, CText.PRINT_BYTES);
    }
    for (Report report : used) {
      if (report != Report.PLAIN) {
        source.blank();
        source.block(text(report));
      }
    }
  }

  private static String text(Report report) {
    return switch (report) {
      case PLAIN -> CText.REPORT;
      case BYTES -> CText.REPORT_BYTES;
      case BYTES_FROM -> CText.REPORT_BYTES_FROM;
      case FROM -> CText.REPORT_FROM;
      case ADDRESS -> CText.REPORT_ADDRESS;
      case LINGER -> CText.REPORT_LINGER;
      case VALUE -> CText.REPORT_VALUE;
      case TIME -> CUnusual.REPORT_TIME;
      case NAME -> CUnusual.REPORT_NAME;
      case PAIR -> CUnusual.REPORT_PAIR;
      case POLLED -> CUnusual.REPORT_POLLED;
    };
  }

  private boolean has(Function function) {
    return functions.contains(function);
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
