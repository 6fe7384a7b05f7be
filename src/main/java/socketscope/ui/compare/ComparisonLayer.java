package socketscope.ui.compare;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.file.FilePicker;
import socketscope.ui.model.Comparer;
import socketscope.ui.model.ComparisonPlayback;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/**
 * The layer above the window in which two experiments are compared. As long as it is open, the keys
 * are its own; when it is left, the window is as it was.
 */
public final class ComparisonLayer {

  /** What is the whole window's: it is done as always. */
  private static final Set<Command> OF_THE_WINDOW =
      EnumSet.of(
          Command.FOLD,
          Command.REDUCED_MOTION,
          Command.DIAGRAM_LARGER,
          Command.DIAGRAM_SMALLER,
          Command.DIAGRAM_USUAL,
          Command.PALETTE,
          Command.UNDO,
          Command.REDO,
          Command.ZOOM_IN,
          Command.ZOOM_OUT,
          Command.ZOOM_RESET,
          Command.LANGUAGE,
          Command.THEME,
          Command.KEYS,
          Command.ABOUT,
          Command.QUIT);

  private final StackPane layer = new StackPane();
  private final Comparer comparer;
  private final Settings settings;
  private final Commands commands;
  private final FilePicker files;
  private final Notices notices;
  private final CompareChooser chooser;
  private final BooleanBinding busy;
  private @Nullable Node focused;

  /** Compares in a window with these commands. */
  public ComparisonLayer(
      Comparer comparer,
      Settings settings,
      Commands commands,
      FilePicker files,
      Notices notices,
      Words words) {
    this.comparer = comparer;
    this.settings = settings;
    this.commands = commands;
    this.files = files;
    this.notices = notices;
    this.chooser = new CompareChooser(comparer, files, words, this::chosen);
    this.busy = chooser.visibleProperty().or(Bindings.isNotNull(comparer.openProperty()));
    layer.setId("comparing");
    layer.setPickOnBounds(false);
    layer.getChildren().add(chooser);
    commands.on(Command.COMPARE, this::choose);
    comparer.openProperty().addListener((_, _, compared) -> show(compared));
  }

  /** What is laid above the window. */
  public Node node() {
    return layer;
  }

  /** Whether something lies above the window. */
  public ObservableValue<Boolean> busyProperty() {
    return busy;
  }

  /** Lets the user choose what to compare. */
  private void choose() {
    if (!chooser.isVisible()) {
      rememberFocus();
      chooser.open();
    }
  }

  /** The window below gets no key while something is above it. */
  private void rememberFocus() {
    if (comparer.openProperty().get() == null && layer.getScene() != null) {
      focused = layer.getScene().getFocusOwner();
    }
  }

  private void chosen() {
    if (comparer.openProperty().get() == null) {
      giveFocusBack();
    }
  }

  private void giveFocusBack() {
    if (focused != null) {
      focused.requestFocus();
    }
  }

  private void show(@Nullable ComparisonPlayback compared) {
    layer.getChildren().setAll(chooser);
    commands.uncover();
    if (compared == null) {
      giveFocusBack();
      return;
    }
    // Bound, not listened to: what is closed is forgotten with its language.
    ObjectProperty<Language> language = new SimpleObjectProperty<>();
    language.bind(settings.languageProperty());
    Words words = new Words(language);
    Commands own = new Commands();
    CompareExports exports = new CompareExports(compared, settings, files, notices, words);
    CompareView view = new CompareView(compared, settings, own, exports, notices, words);
    cover(own, compared, view, exports);
    layer.getChildren().addFirst(view);
    view.start();
  }

  private void cover(
      Commands own, ComparisonPlayback compared, CompareView view, CompareExports exports) {
    own.on(Command.FIRST, compared::first)
        .on(Command.BACK, compared::back)
        .on(Command.PLAY, compared::playOrPause)
        .on(Command.FORWARD, compared::forward)
        .on(Command.LAST, compared::last)
        .on(Command.COMPARE, this::choose)
        .on(Command.INTERRUPT, this::leave)
        .on(Command.NEXT_DIFFERENCE, () -> view.goToDifference(1))
        .on(Command.PREVIOUS_DIFFERENCE, () -> view.goToDifference(-1))
        .on(Command.DIAGRAM, view::focusDiagram)
        .on(Command.SAVE_TRACE, exports::leftTrace)
        .on(Command.EXPORT_SVG, exports::svg)
        .on(Command.EXPORT_PNG, exports::png)
        .on(Command.EXPORT_TEXT, exports::text)
        .on(Command.EXPORT_HTML, exports::html);
    Set<Command> others = EnumSet.complementOf(EnumSet.copyOf(OF_THE_WINDOW));
    others.removeIf(own::knows);
    for (Command other : others) {
      own.on(other, () -> leaveFor(other));
    }
    commands.cover(own);
  }

  private void leave() {
    if (chooser.isVisible()) {
      chooser.close();
    } else {
      comparer.leave();
    }
  }

  /** What is done in the window is done where it can be seen. */
  private void leaveFor(Command other) {
    comparer.leave();
    commands.run(other);
  }
}
