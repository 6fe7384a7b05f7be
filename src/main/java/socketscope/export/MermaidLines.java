package socketscope.export;

/** Writes the statements of a Mermaid sequence diagram, one a line. */
final class MermaidLines {

  private final StringBuilder text = new StringBuilder();

  void begin(String title) {
    text.append("sequenceDiagram\n");
    if (!title.isBlank()) {
      line("title " + escaped(title));
    }
  }

  void participant(String name, String shown) {
    line("participant " + name + " as " + escaped(shown));
  }

  void message(String from, String arrow, String to, String said) {
    line(from + arrow + to + ": " + escaped(said));
  }

  void note(String over, String said) {
    line("Note over " + over + ": " + escaped(said));
  }

  void activate(String name) {
    line("activate " + name);
  }

  void deactivate(String name) {
    line("deactivate " + name);
  }

  private void line(String statement) {
    text.append("    ").append(statement).append('\n');
  }

  String text() {
    return text.toString();
  }

  /**
   * What means something to Mermaid or to HTML as an entity of Mermaid's, which has a number sign
   * for the ampersand: {@code #59;} is a semicolon, at which a statement would end.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(character -> {
          boolean special = "#;<>&%$`\\".indexOf(character) >= 0 || character < ' ';
          if (special) {
            escaped.append('#').append(character).append(';');
          } else {
            escaped.appendCodePoint(character);
          }
        });
    return escaped.toString();
  }
}
