package socketscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program;
import socketscope.ui.code.SourceLine.Token;
import socketscope.ui.wording.Words;

/** The source of a program, line by line, with those of one call marked. */
final class SourceView extends ListView<Integer> {

  private static final double LINE_HEIGHT = 19;

  private final Words words;
  private final List<SourceLine> lines = new ArrayList<>();
  private @Nullable Program program;
  private List<List<Token>> tokens = List.of();
  private List<Integer> current = List.of();

  SourceView(Words words) {
    this.words = words;
    getStyleClass().add("source-view");
    setId("code-source");
    words.name(this, "code.source");
    setFixedCellSize(LINE_HEIGHT);
    setCellFactory(_ -> {
      SourceLine line = new SourceLine(this);
      lines.add(line);
      return line;
    });
  }

  /**
   * Shows a program and comes to the lines of a call.
   *
   * @param callId the current call
   */
  void show(Program shown, long callId) {
    if (!shown.equals(program)) {
      program = shown;
      Highlighter highlighter = new Highlighter(shown.language());
      tokens = shown.lines().stream().map(line -> highlighter.tokens(line.text())).toList();
      getItems().setAll(IntStream.range(0, tokens.size()).boxed().toList());
    }
    current = shown.linesOf(callId);
    lines.forEach(SourceLine::draw);
    if (!current.isEmpty()) {
      int room = (int) (getHeight() / LINE_HEIGHT);
      int above = Math.max(1, (room - current.size()) / 2);
      scrollTo(Math.max(0, current.getFirst() - above));
      getSelectionModel().clearAndSelect(current.getFirst());
    }
  }

  List<Token> tokens(int index) {
    return index < tokens.size() ? tokens.get(index) : List.of();
  }

  boolean isCurrent(int index) {
    return current.contains(index);
  }

  /** What is read aloud of a line. */
  String spoken(int index) {
    String text =
        program == null || index >= program.lines().size()
            ? ""
            : program.lines().get(index).text().strip();
    return isCurrent(index)
        ? words.get("code.line.current", index + 1, text)
        : words.get("code.line", index + 1, text);
  }
}
