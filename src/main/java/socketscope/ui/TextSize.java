package socketscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.lecture.Lecture;
import socketscope.ui.model.Settings;

/**
 * How large the texts of the window are, and all else with them. Menus and tips are windows of
 * their own: they get the size of their text by a style sheet.
 */
final class TextSize {

  /** The steps that browsers take, too. */
  private static final List<Double> STEPS =
      List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5);

  /** What is beside the keys that the commands name: other keyboards, and the block of digits. */
  private static final Map<Command, List<String>> MORE_KEYS =
      Map.of(
          Command.ZOOM_IN, List.of("Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add"),
          Command.ZOOM_OUT, List.of("Shortcut+Subtract"),
          Command.ZOOM_RESET, List.of("Shortcut+Numpad0"),
          Command.DIAGRAM_LARGER, List.of("Alt+Equals", "Alt+Shift+Equals", "Alt+Add"),
          Command.DIAGRAM_SMALLER, List.of("Alt+Subtract"),
          Command.DIAGRAM_USUAL, List.of("Alt+Numpad0"));

  private static final double POPUP_TEXT = 13;

  private final Scene scene;
  private final DoubleProperty size;
  private final ObservableValue<Boolean> lecturing;
  private String popups = "";

  private TextSize(Scene scene, DoubleProperty size, ObservableValue<Boolean> lecturing) {
    this.scene = scene;
    this.size = size;
    this.lecturing = lecturing;
  }

  /**
   * Ties the size of a window's texts to the settings and to the commands that change it.
   *
   * @param lecturing whether it is to be read from the last row
   */
  static void bind(
      Scene scene,
      ScaledRoot root,
      Settings settings,
      ObservableValue<Boolean> lecturing,
      Commands commands) {
    TextSize text = new TextSize(scene, settings.textScaleProperty(), lecturing);
    root.scaleProperty().bind(text.size);
    text.size.subscribe(_ -> text.dressPopups());
    lecturing.subscribe(_ -> text.dressPopups());
    scene.heightProperty().subscribe(_ -> text.dressPopups());
    commands
        .on(Command.ZOOM_IN, text::larger)
        .on(Command.ZOOM_OUT, text::smaller)
        .on(Command.ZOOM_RESET, () -> text.size.set(1));
    MORE_KEYS.forEach((command, all) ->
        all.forEach(keys ->
            scene
                .getAccelerators()
                .put(KeyCombination.valueOf(keys), () -> commands.run(command))));
  }

  private void larger() {
    STEPS.stream().filter(step -> step > size.get() + 0.01).findFirst().ifPresent(size::set);
  }

  private void smaller() {
    STEPS.reversed().stream()
        .filter(step -> step < size.get() - 0.01)
        .findFirst()
        .ifPresent(size::set);
  }

  private void dressPopups() {
    double wanted =
        lecturing.getValue() ? Lecture.letters(scene.getHeight()) : POPUP_TEXT * size.get();
    String sheet = wanted == POPUP_TEXT ? "" : sheet(wanted);
    if (!sheet.equals(popups)) {
      scene.getStylesheets().remove(popups);
      popups = sheet;
      if (!sheet.isEmpty()) {
        scene.getStylesheets().add(sheet);
      }
    }
  }

  private static String sheet(double letters) {
    return "data:text/css;base64,"
        + base64(
            String.format(
                Locale.ROOT, ".context-menu, .tooltip { -fx-font-size: %.1fpx; }", letters));
  }

  private static String base64(String rule) {
    return Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
  }
}
