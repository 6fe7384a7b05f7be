package socketscope.code;

/** The functions that a Python program needs besides the calls. */
final class PythonPrelude {

  private static final String QUOTED =
      """
      def quoted(data):
          escapes = {10: "\\\\n", 9: "\\\\t", 13: "\\\\r", 34: '\\\\"', 92: "\\\\\\\\"}
          text = ""
          for byte in data[:32]:
              if byte in escapes:
                  text += escapes[byte]
              else:
                  text += chr(byte) if 32 <= byte < 127 else f"\\\\x{byte:02x}"
          return f'"{text}"' + ("..." if len(data) > 32 else "")
      """;

  private static final String ADDRESS_TEXT =
      """
      def address_text(address):
          host, port = address[:2]
          return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
      """;

  private static final String ERROR_NAME =
      """
      def error_name(error):
          if error.errno == errno.EOPNOTSUPP:
              return "EOPNOTSUPP"
          return errno.errorcode[error.errno]
      """;

  private static final String WAIT_FOR =
      """
      def wait_for(what):
          print(what, end=" ", file=sys.stderr, flush=True)
          sys.stdin.readline()
      """;

  private final Script script;
  private final Wording words;
  private final Source source;

  PythonPrelude(Script script, Wording words, Source source) {
    this.script = script;
    this.words = words;
    this.source = source;
  }

  void functions() {
    if (script.steps().stream().anyMatch(PythonPrelude::receives)) {
      part(Phrase.BYTES, QUOTED);
    }
    if (script.steps().stream()
        .anyMatch(s -> CDialect.tellsAddress(s) || s.target() instanceof Target.Heard)) {
      part(Phrase.ADDRESS_TEXT, ADDRESS_TEXT);
    }
    if (!script.errors().isEmpty()) {
      part(Phrase.ERROR_NAME, ERROR_NAME);
    }
    if (script.waits()) {
      part(Phrase.WAIT_FOR, WAIT_FOR);
    }
  }

  private static boolean receives(Step step) {
    return switch (step.function()) {
      case RECV, RECVFROM, READ -> true;
      default -> false;
    };
  }

  private void part(Phrase phrase, String code) {
    source.blank();
    source.comment("# ", words.text(phrase));
    source.block(code);
  }
}
