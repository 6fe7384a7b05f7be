package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;

/**
 * The call that comes next, by the lesson or the textbook.
 *
 * @param arguments as the lesson writes them; null where only the program knows, and beyond its end
 * @param press what a press does while the arguments are untouched; null for the plain call
 */
record Suggestion(Function function, List<@Nullable String> arguments, @Nullable Runnable press) {

  /** The usual arguments with those that the lesson gives. */
  List<String> over(List<String> usual) {
    List<String> texts = new ArrayList<>(usual);
    for (int i = 0; i < Math.min(usual.size(), arguments.size()); i++) {
      String given = arguments.get(i);
      if (given != null) {
        texts.set(i, given);
      }
    }
    return texts;
  }
}
