package socketscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.ui.file.SystemFilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.Settings;

/** The window as JavaFX starts and ends it. */
public final class SocketscopeApp extends Application {

  private final Preferences store = Preferences.userRoot().node("socketscope");
  private @Nullable WindowParts parts;

  /** Called by JavaFX. */
  public SocketscopeApp() {}

  @Override
  public void start(Stage stage) {
    FontFiles.load();
    Settings settings = Settings.remembered(store);
    WindowParts window =
        new WindowParts(
            settings, Autosave.ofUser(), words -> new SystemFilePicker(stage, words), stage::close);
    parts = window;
    stage.setTitle("Socketscope");
    stage.setScene(window.scene);
    WindowPlace.keep(stage, settings);
    stage.show();
    List<String> files = getParameters().getRaw();
    if (files.isEmpty()) {
      window.bench.begin(settings.planProperty().get());
    } else {
      window.open(Path.of(files.getFirst()));
    }
  }

  @Override
  public void stop() {
    if (parts != null) {
      parts.settings.remember(store);
      parts.close();
    }
  }
}
