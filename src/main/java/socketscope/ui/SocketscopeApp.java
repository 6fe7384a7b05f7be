package socketscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.failure.FailureLog;
import socketscope.failure.Failures;
import socketscope.failure.LogFile;
import socketscope.ui.file.SystemFilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.OpenWindow;
import socketscope.ui.model.Settings;

/** The window as JavaFX starts and ends it. */
public final class SocketscopeApp extends Application {

  private final Preferences store = Preferences.userRoot().node("socketscope");
  private @Nullable WindowParts parts;
  private @Nullable OpenWindow open;
  private @Nullable LoggedFailures logged;

  /** Called by JavaFX. */
  public SocketscopeApp() {}

  @Override
  public void start(Stage stage) {
    FontFiles.load();
    Settings settings = Settings.remembered(store);
    Autosave autosave = Autosave.ofUser();
    LogFile log = socketscope.lab.Application.log();
    WindowParts window =
        new WindowParts(
            settings,
            autosave,
            log,
            words -> new SystemFilePicker(stage, settings.folderProperty(), words),
            stage::close);
    parts = window;
    Thread.UncaughtExceptionHandler logging = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        window.failures(logging == null ? new FailureLog(log) : logging));
    logged = new LoggedFailures();
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
      Failures.attempt(() -> parts.settings.remember(store));
      Failures.attempt(parts::close);
    }
    if (open != null) {
      open.close();
    }
    if (logged != null) {
      logged.close();
    }
  }
}
