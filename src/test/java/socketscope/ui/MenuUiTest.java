package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MenuUiTest {

  @TempDir Path folder;
  private TestWindow window;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = new TestWindow(stage, folder);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(800);
  }

  @AfterEach
  void endPrograms() {
    window.close();
  }

  private static Optional<ContextMenu> popup() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .filter(Window::isShowing)
        .findFirst();
  }

  @Test
  void theMenuHangsWithinTheWindow(FxRobot robot) {
    MenuButton menu = window.find("#menu", MenuButton.class);
    robot.interact(menu::show);
    TestWindow.until("the menu", () -> popup().isPresent());
    double end = menu.localToScreen(menu.getBoundsInLocal()).getMaxX();
    TestWindow.until(
        "it ends where its button does",
        () -> Math.abs(popup().orElseThrow().getX() + popup().orElseThrow().getWidth() - end) < 1);
    assertThat(popup().orElseThrow().getX()).isPositive();
  }
}
