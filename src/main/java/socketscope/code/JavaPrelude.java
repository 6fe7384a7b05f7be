package socketscope.code;

import java.util.List;

/** The methods that a Java program needs besides the calls. */
final class JavaPrelude {

  private final Script script;
  private final List<Step> steps;
  private final Wording words;
  private final Source source;

  JavaPrelude(Script script, List<Step> made, Wording words, Source source) {
    this.script = script;
    this.steps = made;
    this.words = words;
    this.source = source;
  }

  void functions() {
    if (steps.stream().anyMatch(Step::receives)) {
      part(Phrase.BYTES, JavaText.QUOTED);
    }
    if (steps.stream().anyMatch(s -> s.tellsAddress() || s.target() instanceof Target.Heard)) {
      String first = JavaText.OR_UNIX.substring(0, JavaText.OR_UNIX.indexOf('\n') + 1);
      part(
          Phrase.ADDRESS_TEXT,
          script.isUnix()
              ? JavaText.ADDRESS_TEXT.replace(first, JavaText.OR_UNIX)
              : JavaText.ADDRESS_TEXT);
    }
    if (steps.stream().anyMatch(JavaPrelude::tellsOfSix)) {
      part(Phrase.JAVA_SIX, JavaText.ADDRESS_TEXT_6);
    }
    if (steps.stream().anyMatch(s -> s.sends() && Quoted.isLong(s.data()))) {
      part(Phrase.FILL, JavaText.REPEATED);
    }
    List<String> errors =
        steps.stream()
            .map(Step::errno)
            .filter(JavaLimits.MESSAGES::containsKey)
            .distinct()
            .sorted()
            .toList();
    if (!errors.isEmpty()) {
      errorName(errors);
    }
    if (!script.asked().isEmpty()) {
      part(Phrase.ASK_FOR, JavaText.ASK_FOR);
    }
    if (script.waits()) {
      part(Phrase.WAIT_FOR, JavaText.WAIT_FOR);
    }
  }

  private static boolean tellsOfSix(Step step) {
    return step.tellsAddress()
        && step.on() != null
        && step.on().family() == Handle.Family.INET6
        && step.succeeded();
  }

  private void errorName(List<String> errors) {
    source.blank();
    source.comment("// ", words.text(Phrase.JAVA_ERRORS));
    source.line("static String errorName(IOException fault) {");
    source.in();
    boolean datagrams =
        steps.stream()
            .anyMatch(s -> s.on() != null && s.on().kind() == Handle.Kind.DATAGRAM && s.failed());
    if (datagrams && errors.contains("ECONNREFUSED")) {
      source.line("if (fault instanceof PortUnreachableException) {");
      source.line("    return \"ECONNREFUSED\";");
      source.line("}");
    }
    source.line("return switch (fault.getMessage()) {");
    for (String name : errors) {
      source.line("    case " + JavaLimits.MESSAGES.get(name) + " -> \"" + name + "\";");
    }
    source.line("    default -> throw new UncheckedIOException(fault);");
    source.line("};");
    source.out();
    source.line("}");
  }

  private void part(Phrase phrase, String code) {
    source.blank();
    source.comment("// ", words.text(phrase));
    source.block(code);
  }
}
