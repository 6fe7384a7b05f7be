package socketscope.ui.diagram;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Gets ready for a search, a little in each frame. */
final class SearchPreparation extends AnimationTimer {

  private final BooleanSupplier portion;

  /**
   * @param portion does a little, and says whether there is more to do
   */
  SearchPreparation(BooleanSupplier portion) {
    this.portion = portion;
  }

  @Override
  public void handle(long now) {
    if (!portion.getAsBoolean()) {
      stop();
    }
  }
}
