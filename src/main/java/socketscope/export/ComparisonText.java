package socketscope.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.compare.Comparison;
import socketscope.compare.Differences;
import socketscope.compare.Stretch;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.text.Language;

/**
 * Two experiments side by side as plain text: what happened, a mark, what happened, line by line.
 */
public final class ComparisonText {

  /** A line longer than this loses its end, for it stands beside another one. */
  private static final int WIDEST = 76;

  private final Comparison comparison;
  private final ComparisonWords words;
  private final DiagramWords diagramWords;
  private final Map<Integer, Stretch> begins = new HashMap<>();

  private ComparisonText(Comparison comparison, Language language) {
    this.comparison = comparison;
    this.words = ComparisonWords.in(language);
    this.diagramWords = DiagramWords.in(language);
    comparison.stretches().forEach(stretch -> begins.put(stretch.row(), stretch));
  }

  /** The lines, without line ends: both experiments, and then the differences. */
  public static List<String> of(
      Comparison comparison, String leftTitle, String rightTitle, Language language) {
    return new ComparisonText(comparison, language).lines(leftTitle, rightTitle);
  }

  private List<String> lines(String leftTitle, String rightTitle) {
    List<String> left = new ArrayList<>(List.of(leftTitle));
    List<String> right = new ArrayList<>(List.of(rightTitle));
    List<String> marks = new ArrayList<>(List.of(" "));
    for (int i = 0; i < comparison.rows(); i++) {
      left.add(shortened(text(comparison.left().rows().get(i))));
      right.add(shortened(text(comparison.right().rows().get(i))));
      Stretch stretch = begins.get(i);
      marks.add(stretch == null ? " " : ComparisonWords.mark(stretch.verdict()));
    }
    int width = left.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      String padded = left.get(i) + " ".repeat(width - left.get(i).length());
      lines.add((padded + " │ " + marks.get(i) + " │ " + right.get(i)).stripTrailing());
      if (i == 0) {
        lines.add("─".repeat(width + 1) + "┼───┼" + "─".repeat(width + 1));
      }
    }
    lines.addAll(differences());
    return List.copyOf(lines);
  }

  private List<String> differences() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(words.count(comparison.differing().size()));
    for (Stretch stretch : comparison.differing()) {
      lines.add(" " + ComparisonWords.mark(stretch.verdict()) + " " + words.line(stretch));
    }
    return lines;
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private String text(Row row) {
    return switch (row) {
      case CallRow call -> call.program() + ": " + text(call);
      case PacketRow packet -> way(packet.program(), packet.receiver(), packet.labels().getFirst());
      case InferredRow packet ->
          way(
              packet.program(),
              packet.receiver(),
              diagramWords.inferred(packet.event()).getFirst());
      case NoteRow note -> "· " + diagramWords.note(note);
      case RepeatRow repeat -> "· " + diagramWords.repeat(repeat);
      case GapRow _ -> "";
    };
  }

  private static String text(CallRow row) {
    String answer = Differences.shown(row.result());
    return switch (row.phase()) {
      case WHOLE -> row.call() + " = " + answer;
      case START -> row.call() + " ...";
      case RETURN -> "... " + name(row) + " = " + answer;
    };
  }

  private static @Nullable String name(CallRow row) {
    return row.call() == null ? "?" : row.call().function().cName();
  }

  private static String way(String from, String to, String what) {
    return "    " + from + " → " + to + "  " + what;
  }
}
