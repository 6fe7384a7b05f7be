package socketscope.ui;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lesson;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Plan;
import socketscope.ui.wording.Words;

/** How the desktop names the window: by the experiment or the file that is shown, and an icon. */
final class WindowTitle {

  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

  private final ExperimentController controller;
  private final Words words;
  private final StringProperty title;

  private WindowTitle(ExperimentController controller, Words words, StringProperty title) {
    this.controller = controller;
    this.words = words;
    this.title = title;
  }

  /** Keeps the title of that window to what is shown in it, and gives it its icon. */
  static void keep(Stage stage, ExperimentController controller, Words words) {
    for (int size : ICON_SIZES) {
      String name = "icons/icon-" + size + ".png";
      stage
          .getIcons()
          .add(
              new Image(Objects.requireNonNull(WindowTitle.class.getResourceAsStream(name), name)));
    }
    WindowTitle kept = new WindowTitle(controller, words, stage.titleProperty());
    controller.beginningsProperty().addListener((_, _, _) -> kept.refresh());
    words.onChange(kept::refresh);
  }

  private void refresh() {
    title.set(words.get("window.title", shown()));
  }

  private @Nullable String shown() {
    String file = controller.file();
    if (!file.isEmpty()) {
      return file;
    }
    Plan plan = controller.planProperty().get();
    Lesson lesson = plan.lessonIn(words.language());
    if (lesson != null) {
      return lesson.title();
    }
    String variant =
        plan.exchange().overIp() ? "family." + plan.family() : "unix-name." + plan.unixName();
    return words.get("exchange." + plan.exchange()) + " · " + words.get(variant);
  }
}
