package socketscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Pen;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Draws into a grid of characters. */
final class GridPen implements Pen {

  private static final char LIFELINE = '┊';

  private final char[][] cells;

  /** The lines on which something is written, not only drawn from top to bottom. */
  private final boolean[] written;

  GridPen(int width, int height) {
    cells = new char[height][width];
    written = new boolean[height];
    for (char[] line : cells) {
      Arrays.fill(line, ' ');
    }
  }

  private void put(double x, double y, char character) {
    int line = (int) Math.round(y);
    int column = (int) Math.round(x);
    if (line >= 0 && line < cells.length && column >= 0 && column < cells[line].length) {
      cells[line][column] = character;
    }
  }

  private void write(double x, double y, String text) {
    if (!text.isBlank() && Math.round(y) >= 0 && Math.round(y) < written.length) {
      written[(int) Math.round(y)] = true;
    }
    for (int i = 0; i < text.length(); i++) {
      put(Math.rint(x) + i, y, text.charAt(i));
    }
  }

  private void fill(Box box, char character) {
    for (double y = Math.round(box.y()); y < Math.max(box.bottom(), box.y() + 1); y++) {
      put(box.x() + box.width() / 2, y, character);
    }
  }

  @Override
  public void begin(String title) {}

  @Override
  public void end() {}

  @Override
  public void box(Box box, double radius, Ink ink) {
    boolean ground = ink == Ink.SURFACE || ink == Ink.HEADER || ink == Ink.KERNEL_ZONE;
    boolean queue = ink == Ink.DATA || ink == Ink.HANDSHAKE;
    if (!ground && !queue) {
      fill(box, ink == Ink.CALL ? '│' : '█');
    }
  }

  @Override
  public void outline(Box box, double radius, double width, Ink ink) {
    fill(box, '░');
  }

  @Override
  public void hatch(Box box, double radius, Ink ink) {
    fill(box, '▒');
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
    if (x1 == x2) {
      for (double y = Math.round(y1); y <= y2; y++) {
        put(x1, y, LIFELINE);
      }
    }
  }

  @Override
  public void arrow(Arrow arrow) {
    double from = Math.rint(Math.min(arrow.x1(), arrow.x2()));
    double to = Math.rint(Math.max(arrow.x1(), arrow.x2()));
    for (double x = from; x <= to; x++) {
      write(x, arrow.y1(), shaft(arrow));
    }
    write(arrow.x2(), arrow.y2(), arrow.mark() == Arrow.Mark.CROSS ? "×" : head(arrow));
  }

  private static String shaft(Arrow arrow) {
    return switch (arrow.shaft()) {
      case SOLID -> "─";
      case DASHED -> "╌";
      case DOTTED -> "·";
    };
  }

  private static String head(Arrow arrow) {
    boolean hollow = arrow.shaft() == Arrow.Shaft.DOTTED;
    boolean right = arrow.x2() > arrow.x1();
    return hollow ? right ? "▷" : "◁" : right ? "▶" : "◀";
  }

  @Override
  public void label(Label label) {
    if (!label.text().isEmpty()) {
      labelAt(label, label.y());
    }
  }

  void labelAt(Label label, double y) {
    boolean onArrow = label.anchor() == Label.Anchor.MIDDLE && !label.text().isBlank();
    String text = onArrow ? " " + label.text() + " " : label.text();
    write(onArrow ? Math.floor(label.left()) - 1 : Math.ceil(label.left()), y, text);
  }

  @Override
  public void note(NoteShape note) {
    write(note.markX(), note.markY(), note.ink() == Ink.RST ? "×" : "•");
    write(Math.floor(note.label().left()) - 1, note.markY(), "(" + note.label().text() + ")");
  }

  @Override
  public void tag(Tag tag) {
    Label label = tag.label();
    write(Math.floor(label.left()) - 1, label.y(), "[" + label.text() + "]");
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (char[] line : cells) {
      lines.add(new String(line).stripTrailing());
    }
    return lines;
  }

  /** Leaves out the lines on which lifelines only go on. */
  List<String> linesThatSay() {
    List<String> all = lines();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (written[i] || i == all.size() - 1) {
        said.add(all.get(i));
      }
    }
    return said;
  }
}
