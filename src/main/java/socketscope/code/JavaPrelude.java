package socketscope.code;

import java.util.List;
import java.util.Set;

/** The methods that a Java program needs besides the calls. */
final class JavaPrelude {

  private static final String QUOTED =
      """
      static String quoted(ByteBuffer buffer) {
          byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < bytes.length && i < 32; i++) {
              text.append(switch (bytes[i]) {
                  case '\\n' -> "\\\\n";
                  case '\\t' -> "\\\\t";
                  case '\\r' -> "\\\\r";
                  case '"' -> "\\\\\\"";
                  case '\\\\' -> "\\\\\\\\";
                  default -> bytes[i] >= ' ' && bytes[i] < 127
                      ? Character.toString(bytes[i])
                      : String.format("\\\\x%02x", bytes[i]);
              });
          }
          return bytes.length + " \\"" + text + (bytes.length > 32 ? "\\"..." : "\\"");
      }
      """;

  private static final String ADDRESS_TEXT =
      """
      static String addressText(SocketAddress address) {
          InetSocketAddress inet = (InetSocketAddress) address;
          String host = inet.getAddress().getHostAddress();
          return (host.contains(":") ? "[" + shortened(host) + "]" : host) + ":" + inet.getPort();
      }

      static String shortened(String host) {
          return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host.equals("0:0:0:0:0:0:0:0") ? "::" : host;
      }
      """;

  private static final String REPEATED =
      """
      static byte[] repeated(byte[] pattern, int length) {
          byte[] data = new byte[length];
          for (int i = 0; i < length; i++) {
              data[i] = pattern[i % pattern.length];
          }
          return data;
      }
      """;

  private static final String WAIT_FOR =
      """
      static void waitFor(String what) throws IOException {
          System.err.print(what + " ");
          int key = System.in.read();
          while (key != '\\n' && key != -1) {
              key = System.in.read();
          }
      }
      """;

  private final Script script;
  private final List<Step> steps;
  private final Wording words;
  private final Source source;

  JavaPrelude(Script script, Set<Long> impossible, Wording words, Source source) {
    this.script = script;
    this.steps =
        script.steps().stream().filter(step -> !impossible.contains(step.callId())).toList();
    this.words = words;
    this.source = source;
  }

  void functions() {
    if (steps.stream().anyMatch(Step::receives)) {
      part(Phrase.BYTES, QUOTED);
    }
    if (steps.stream()
        .anyMatch(s -> s.tellsAddress() || s.target() instanceof Target.Heard)) {
      part(Phrase.ADDRESS_TEXT, ADDRESS_TEXT);
    }
    if (steps.stream().anyMatch(s -> s.sends() && Quoted.isLong(s.data()))) {
      part(Phrase.FILL, REPEATED);
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
    if (script.waits()) {
      part(Phrase.WAIT_FOR, WAIT_FOR);
    }
  }

  private void errorName(List<String> errors) {
    source.blank();
    source.comment("// ", words.text(Phrase.JAVA_ERRORS));
    source.line("static String errorName(IOException fault) {");
    source.in();
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
