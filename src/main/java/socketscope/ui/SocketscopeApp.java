package socketscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.ui.file.SystemFilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.OpenWindow;
import socketscope.ui.model.Settings;

/** The window as JavaFX starts and ends it. */
public final class SocketscopeApp extends Application {

  private final Preferences store = Preferences.userRoot().node("socketscope");
  private @Nullable WindowParts parts;
  private @Nullable OpenWindow open;

  /** Called by JavaFX. */
  public SocketscopeApp() {}

  @Override
  public void start(Stage stage) {
    FontFiles.load();
    Settings settings = Settings.remembered(store);
    Autosave autosave = Autosave.ofUser();
    WindowParts window =
        new WindowParts(
            settings,
            autosave,
            words -> new SystemFilePicker(stage, settings.folderProperty(), words),
            stage::close);
    parts = window;
    stage.setTitle("Socketscope");
    stage.setScene(window.scene);
    WindowPlace.keep(stage, settings);
    stage.show();
    List<String> files = getParameters().getRaw();
    if (files.isEmpty()) {
      window.controller.begin(settings.planProperty().get());
    } else {
      window.open(Path.of(files.getFirst()));
    }
    open = autosave.window();
    Recovery.ask(open, window.notices, window.controller::open);
  }

  @Override
  public void stop() {
    if (parts != null) {
      parts.settings.remember(store);
      parts.close();
    }
    if (open != null) {
      open.close();
    }
  }
}
