package socketscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.failure.FailureLog;
import socketscope.failure.Failures;
import socketscope.failure.LogFile;
import socketscope.text.Language;
import socketscope.ui.file.SystemFilePicker;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.FirstLook;
import socketscope.ui.model.OpenWindow;
import socketscope.ui.model.Settings;
import socketscope.ui.model.SettingsFile;

/** The window as JavaFX starts and ends it. */
public final class SocketscopeApp extends Application {

  /** The parameter for the language that the command line asks for. */
  static final String LANGUAGE = "lang";

  private final SettingsFile store = SettingsFile.ofUser();
  private @Nullable WindowParts parts;
  private @Nullable OpenWindow open;
  private @Nullable LoggedFailures logged;

  /** Called by JavaFX. */
  public SocketscopeApp() {}

  @Override
  public void start(Stage stage) {
    FontFiles.load();
    Optional<Language> asked =
        Optional.ofNullable(getParameters().getNamed().get(LANGUAGE)).flatMap(Language::ofCode);
    Settings settings = Settings.remembered(store, FirstLook.ofDesktop(asked));
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
    WindowTitle.keep(stage, window.controller, window.words);
    stage.setScene(window.scene);
    WindowPlace.keep(stage, settings);
    stage.show();
    List<String> files = getParameters().getUnnamed();
    if (files.isEmpty()) {
      window.controller.begin(settings.planProperty().get());
    } else {
      window.open(Path.of(files.getFirst()));
    }
    open = autosave.window();
    Recovery.ask(open, window.notices, window.controller::open);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ending").unstarted(this::leave));
  }

  @Override
  public void stop() {
    if (parts != null) {
      Failures.attempt(parts::close);
    }
    leave();
    if (logged != null) {
      logged.close();
    }
  }

  /**
   * Leaves what the next window needs. Whoever ends the process by a signal, as a desktop does at
   * the end of a session, closes the window, too; only what the process has no part in is a crash.
   */
  private synchronized void leave() {
    if (parts != null && open != null) {
      Failures.attempt(() -> parts.settings.remember(store));
      open.close();
      open = null;
    }
  }
}
