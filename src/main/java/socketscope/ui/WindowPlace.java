package socketscope.ui;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import socketscope.ui.model.Settings;

/**
 * Where the window stands, which is remembered with its size.
 *
 * <p>Some window managers put the title bar on top of the place that they are asked for, and tell
 * the place without it; a place that was simply remembered would drift off the screen so. What is
 * remembered is therefore the place that was asked for, and how far the user has moved the window
 * from where it then came to stand.
 */
final class WindowPlace {

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  /** Some window managers put the title bar and the borders outside of what they are asked for. */
  private static final double TITLE_BAR = 40;

  private static final double BORDER = 12;

  /** So much of the title bar must be on a screen for the window to be moved by it. */
  private static final double GRIP = 120;

  /** By then a window manager has put the window where it wants it. */
  private static final Duration SETTLING = Duration.seconds(1);

  private final Stage stage;
  private final Settings settings;
  private final Rectangle2D asked;
  private double settledX = Double.NaN;
  private double settledY = Double.NaN;

  private WindowPlace(Stage stage, Settings settings, Rectangle2D asked) {
    this.stage = stage;
    this.settings = settings;
    this.asked = asked;
  }

  /**
   * Puts the window where it was, if that is still on a screen, or else into the middle of the
   * first one with the remembered size; fills that screen where the size does not fit. Remembers
   * what the user makes of it. Sizes are those of the whole window, with its decorations.
   */
  static void keep(Stage stage, Settings settings) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = settings.widthProperty().get();
    double height = settings.heightProperty().get();
    Rectangle2D middle = within(screen, width, height);
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    double x = settings.xProperty().get();
    double y = settings.yProperty().get();
    Rectangle2D place =
        Double.isFinite(x) && Double.isFinite(y) && reachable(screens, x, y, width)
            ? new Rectangle2D(x, y, middle.getWidth(), middle.getHeight())
            : middle;
    stage.setMinWidth(Math.min(LEAST_WIDTH, place.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, place.getHeight()));
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
    boolean fits = width <= place.getWidth() && height <= place.getHeight();
    stage.setMaximized(settings.maximizedProperty().get() || !fits);
    new WindowPlace(stage, settings, place).observe();
  }

  private void observe() {
    stage.widthProperty().addListener((_, _, _) -> remember());
    stage.heightProperty().addListener((_, _, _) -> remember());
    stage.maximizedProperty().addListener((_, _, _) -> remember());
    stage.xProperty().addListener((_, _, _) -> remember());
    stage.yProperty().addListener((_, _, _) -> remember());
    PauseTransition settling = new PauseTransition(SETTLING);
    settling.setOnFinished(_ -> {
      if (!stage.isMaximized() && !stage.isFullScreen()) {
        settledX = stage.getX();
        settledY = stage.getY();
      }
    });
    stage
        .showingProperty()
        .addListener((_, _, showing) -> {
          if (showing) {
            settling.play();
          }
        });
  }

  private void remember() {
    settings.maximizedProperty().set(stage.isMaximized());
    if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
      return;
    }
    settings.widthProperty().set(stage.getWidth());
    settings.heightProperty().set(stage.getHeight());
    if (Double.isFinite(settledX)) {
      settings.xProperty().set(moved(asked.getMinX(), settledX, stage.getX()));
      settings.yProperty().set(moved(asked.getMinY(), settledY, stage.getY()));
    }
  }

  /** What to ask for next time, to have the window stand where it stands now. */
  static double moved(double asked, double settled, double now) {
    return asked + now - settled;
  }

  /** Whether a window at that place could be moved by its title bar. */
  static boolean reachable(List<Rectangle2D> screens, double x, double y, double width) {
    double left = x + GRIP;
    double right = x + width - GRIP;
    return screens.stream()
        .anyMatch(screen ->
            screen.getMinY() <= y
                && y + TITLE_BAR <= screen.getMaxY()
                && left <= screen.getMaxX()
                && right >= screen.getMinX());
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
