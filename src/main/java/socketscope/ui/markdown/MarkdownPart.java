package socketscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a document: those of a table, or those between two tables. */
record MarkdownPart(boolean table, List<String> lines) {

  /** The parts of a document, in their order. What stands in a fence is no table. */
  static List<MarkdownPart> of(String markdown) {
    List<MarkdownPart> parts = new ArrayList<>();
    String fence = null;
    for (String line : markdown.split("\n", -1)) {
      boolean table = fence == null && MarkdownTable.isRow(line);
      if (parts.isEmpty() || parts.getLast().table != table) {
        parts.add(new MarkdownPart(table, new ArrayList<>()));
      }
      parts.getLast().lines.add(line);
      fence = fenceAfter(line.strip(), fence);
    }
    return parts;
  }

  /** The fence that is open after a line (CommonMark, section 4.5); null for none. */
  private static @Nullable String fenceAfter(String line, @Nullable String fence) {
    if (!line.startsWith("```") && !line.startsWith("~~~")) {
      return fence;
    }
    String marks = line.replaceAll("[^`~].*$", "");
    if (fence == null) {
      return marks;
    }
    return marks.startsWith(fence) && marks.length() == line.length() ? null : fence;
  }
}
