package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import socketscope.code.Program.Line;

/** Takes down the lines of a source, with their indentation and the call that they stand for. */
final class Source {

  private static final int WIDTH = 78;

  private final String indent;
  private final List<Line> lines = new ArrayList<>();
  private int depth;
  private int place;
  private long callId = Program.NO_CALL;

  Source(String indent) {
    this.indent = indent;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** The lines that follow stand for that call. */
  void of(long id) {
    callId = id;
  }

  /** The lines that follow stand for no call. */
  void ofNone() {
    callId = Program.NO_CALL;
  }

  void in() {
    depth++;
  }

  void out() {
    depth--;
  }

  void line(String text) {
    lines.add(new Line(text.isEmpty() ? "" : indent.repeat(depth) + text, callId));
  }

  /** One empty line, unless there is one or a block has just begun. */
  void blank() {
    String last = lines.isEmpty() ? "" : lines.getLast().text();
    if (!last.isEmpty() && !last.endsWith("{")) {
      lines.add(new Line("", Program.NO_CALL));
    }
  }

  /** A source of its own for what stands here, to be {@link #join}ed when it is written. */
  Source split() {
    place = lines.size();
    return new Source(indent);
  }

  /** Puts in what was split off, where that was done. */
  void join(Source part) {
    lines.addAll(place, part.lines);
  }

  /** Several lines, as they are, below the indentation of here. */
  void block(String text) {
    text.lines().forEach(this::line);
  }

  /** A comment, broken into lines that can be read. */
  void comment(String before, String text) {
    for (String part : broken(text, WIDTH - indent.length() * depth - before.length())) {
      line(before + part);
    }
  }

  static List<String> broken(String text, int width) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!part.isEmpty() && part.length() + 1 + word.length() > width) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(word);
    }
    parts.add(part.toString());
    return parts;
  }
}
