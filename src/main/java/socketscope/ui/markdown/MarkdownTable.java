package socketscope.ui.markdown;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** A table as GitHub's flavour of Markdown writes it: cells between bars, one line a row. */
final class MarkdownTable {

  private static final Parser PARSER = Parser.builder().build();

  private MarkdownTable() {}

  /** Whether that line is one of a table. */
  static boolean isRow(String line) {
    return line.startsWith("|") && line.stripTrailing().endsWith("|");
  }

  /** The table of those lines, of which the second sets the head apart. */
  static Region of(List<String> lines) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("md-table");
    int columns = cells(lines.getFirst()).size();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(Priority.ALWAYS);
      width.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(width);
    }
    for (int row = 0; row < lines.size(); row++) {
      List<String> cells = row == 1 ? List.of() : cells(lines.get(row));
      for (int column = 0; column < cells.size(); column++) {
        VBox cell = new VBox(flow(cells.get(column)));
        cell.getStyleClass().add(row == 0 ? "md-table-head" : "md-table-cell");
        grid.add(cell, column, row);
      }
    }
    return grid;
  }

  /** A bar within a cell is written with a backslash before it. */
  private static List<String> cells(String line) {
    String inner = line.strip();
    inner = inner.substring(1, inner.length() - 1);
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  private static TextFlow flow(String text) {
    TextFlow flow = new TextFlow();
    if (PARSER.parse(text).getFirstChild() instanceof Paragraph paragraph) {
      flow.getChildren().setAll(InlineText.of(paragraph));
    }
    return flow;
  }
}
