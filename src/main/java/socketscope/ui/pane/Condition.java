package socketscope.ui.pane;

import java.util.Locale;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import socketscope.status.ProgramStatus;

/** What a program is doing, in a word and in a shape. */
enum Condition {
  STARTING(Feather.LOADER),
  /** Nothing is seen of it but its packets. */
  SEEN(Feather.EYE),
  RUNNING(null),
  BLOCKED(Feather.CLOCK),
  STOPPED(Feather.PAUSE),
  ENDED(Feather.X);

  private final @Nullable Feather shape;

  Condition(@Nullable Feather shape) {
    this.shape = shape;
  }

  static Condition of(ProgramStatus program) {
    if (program.pid() == 0) {
      return program.sockets().isEmpty() ? STARTING : SEEN;
    }
    if (program.end() != null) {
      return ENDED;
    }
    if (program.stopped()) {
      return STOPPED;
    }
    return program.blocked() ? BLOCKED : RUNNING;
  }

  /** The shape that says it; null for a program that simply runs. */
  @Nullable Feather shape() {
    return shape;
  }

  /** The end of the keys of its texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a node shows that stands for such a program. */
  PseudoClass pseudoClass() {
    return PseudoClass.getPseudoClass(key());
  }
}
