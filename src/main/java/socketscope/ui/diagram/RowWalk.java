package socketscope.ui.diagram;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;

/** Walks from row to row with the keys. */
final class RowWalk {

  private final IntConsumer select;

  RowWalk(IntConsumer select) {
    this.select = select;
  }

  /**
   * Takes a key.
   *
   * @param current the marked row; negative for none
   * @param rows how many rows there are
   * @param page how many rows a page is
   * @return whether the key was one of these
   */
  boolean key(KeyCode code, int current, int rows, int page) {
    int wanted =
        switch (code) {
          case UP -> current < 0 ? rows - 1 : current - 1;
          case DOWN -> current + 1;
          case PAGE_UP -> (current < 0 ? rows - 1 : current) - page;
          case PAGE_DOWN -> current + page;
          case HOME -> 0;
          case END -> rows - 1;
          default -> Integer.MIN_VALUE;
        };
    if (wanted == Integer.MIN_VALUE || rows == 0) {
      return false;
    }
    select.accept(Math.clamp(wanted, 0, rows - 1));
    return true;
  }
}
