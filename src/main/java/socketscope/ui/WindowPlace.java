package socketscope.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import socketscope.ui.model.Settings;

/**
 * Where the window stands. Its size is remembered and its place is not: with window managers that
 * move a window by its title bar, a remembered place drifts off the screen.
 */
final class WindowPlace {

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  /** Some window managers put the title bar and the borders outside of what they are asked for. */
  private static final double TITLE_BAR = 40;

  private static final double BORDER = 12;

  private WindowPlace() {}

  /**
   * Puts the window into the middle of the screen with the remembered size, or fills the screen
   * where that does not fit; and remembers what the user makes of it. Sizes are those of the whole
   * window, with its decorations.
   */
  static void keep(Stage stage, Settings settings) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = settings.widthProperty().get();
    double height = settings.heightProperty().get();
    Rectangle2D place = within(screen, width, height);
    stage.setMinWidth(Math.min(LEAST_WIDTH, place.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, place.getHeight()));
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
    boolean fits = width <= place.getWidth() && height <= place.getHeight();
    stage.setMaximized(settings.maximizedProperty().get() || !fits);
    stage.widthProperty().addListener((_, _, _) -> remember(stage, settings));
    stage.heightProperty().addListener((_, _, _) -> remember(stage, settings));
    stage.maximizedProperty().addListener((_, _, _) -> remember(stage, settings));
  }

  private static void remember(Stage stage, Settings settings) {
    settings.maximizedProperty().set(stage.isMaximized());
    if (!stage.isMaximized() && !stage.isFullScreen()) {
      settings.widthProperty().set(stage.getWidth());
      settings.heightProperty().set(stage.getHeight());
    }
  }

  /**
   * The middle of the screen, for a window of that size or as much of it as the screen holds beside
   * decorations that come on top of it.
   */
  static Rectangle2D within(Rectangle2D screen, double width, double height) {
    double wide = Math.min(width, screen.getWidth() - 2 * BORDER);
    double high = Math.min(height, screen.getHeight() - 2 * TITLE_BAR);
    return new Rectangle2D(
        screen.getMinX() + Math.floor((screen.getWidth() - wide) / 2),
        screen.getMinY() + Math.floor((screen.getHeight() - high) / 2),
        wide,
        high);
  }
}
