package socketscope.ui;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import socketscope.event.Role;
import socketscope.failure.LogFile;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.compare.ComparisonLayer;
import socketscope.ui.file.FilePicker;
import socketscope.ui.lecture.Lecture;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Comparer;
import socketscope.ui.model.EventPump;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.FailureNotices;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.model.Theme;
import socketscope.ui.wording.Words;

/** The composition root of a window: makes its parts and ties them together. */
final class WindowParts implements AutoCloseable {

  private static final double ZOOM = 1.1;

  final Settings settings;
  final Recording recording = new Recording();
  final Notices notices = new Notices();
  final Words words;
  final ExperimentController controller;
  final Chooser chooser;
  final Comparer comparer;
  final MainView view;
  final Scene scene;
  private final EventPump pump = new EventPump();
  private final Playback playback;
  private final Lecture lecture;
  private final Commands commands = new Commands();

  /**
   * The parts of a window.
   *
   * @param log where failures are logged
   * @param picker makes what asks for files
   * @param quit closes the window
   */
  WindowParts(
      Settings settings,
      Autosave autosave,
      LogFile log,
      Function<Words, FilePicker> picker,
      Runnable quit) {
    this.settings = settings;
    this.words = new Words(settings.languageProperty());
    this.controller = new ExperimentController(pump, recording, notices, autosave);
    this.comparer = new Comparer(pump, recording, settings, notices, autosave);
    this.chooser = new Chooser(controller, recording, notices);
    this.playback = new Playback(recording, controller, settings);
    recording.animate(settings);
    FilePicker files = picker.apply(words);
    this.view =
        new MainView(
            recording, controller, chooser, playback, settings, notices, files, commands, words);
    ScaledRoot root = new ScaledRoot(view);
    this.scene = new Scene(root);
    this.lecture =
        new Lecture(
            scene, recording, playback, settings, view.notes, view.client, view.server, words);
    view.giveWayTo(lecture);
    StyleSheets.addTo(scene);
    TextSize.bind(scene, root, settings, lecture.onProperty(), commands);
    view.lay(new ComparisonLayer(comparer, settings, commands, files, notices, words));
    new TypingUndo(scene, view.edits, commands);
    bindTime();
    bindView();
    new WindowCopies(view.files.exports().pictures(), view.inspector, notices, commands);
    commands.on(Command.PRINT, new Printing(view.files.exports(), notices, scene)::print);
    HelpPages.bind(view.overlay, pump, log, commands, words);
    commands.on(Command.QUIT, quit);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::questionMark);
    controller.planProperty().addListener((_, _, plan) -> settings.planProperty().set(plan));
    settings.themeProperty().addListener((_, _, _) -> dress());
    lecture.onProperty().addListener((_, _, _) -> dress());
    dress();
  }

  private void dress() {
    boolean lecturing = lecture.onProperty().get();
    Theme theme = lecturing ? Theme.HIGH_CONTRAST : settings.themeProperty().get();
    Application.setUserAgentStylesheet(theme.baseStyleSheet());
    Parent root = scene.getRoot();
    root.getStyleClass().removeAll(Theme.styleClasses());
    root.getStyleClass().add(theme.styleClass());
  }

  private void bindTime() {
    commands
        .on(Command.FIRST, playback::first)
        .on(Command.BACK, playback::back)
        .on(Command.PLAY, playback::playOrPause)
        .on(Command.FORWARD, playback::forward)
        .on(Command.LAST, playback::last)
        .on(Command.INTERRUPT, this::interrupt)
        .on(Command.ADD_CLIENT, view.client::addProgram)
        .on(Command.ADD_SERVER, view.server::addProgram)
        .on(Command.LESSON_STEP, this::nextStep)
        .on(Command.LESSON_AGAIN, chooser::again);
  }

  private void bindView() {
    commands
        .on(Command.PRESENT, lecture::toggle)
        .on(Command.NOTE, view.diagram::writeNote)
        .on(Command.DIAGRAM_LARGER, () -> zoom(settings.scaleProperty().get() * ZOOM))
        .on(Command.DIAGRAM_SMALLER, () -> zoom(settings.scaleProperty().get() / ZOOM))
        .on(Command.DIAGRAM_USUAL, () -> zoom(1))
        .on(Command.LANGUAGE, this::changeLanguage)
        .on(
            Command.THEME,
            () -> settings.themeProperty().set(settings.themeProperty().get().next()))
        .on(
            Command.SAVE_CODE,
            () -> view.inspector.program().ifPresent(view.files.exports()::program))
        .on(Command.CLIENT_PANE, () -> view.focusPane(Role.CLIENT))
        .on(Command.SERVER_PANE, () -> view.focusPane(Role.SERVER))
        .on(Command.DIAGRAM, () -> view.diagram.diagram().requestFocus())
        .on(Command.PALETTE, view::openPalette)
        .on(Command.FIND, view.diagram::find)
        .on(Command.INSPECTOR, view.inspector::focusTabs);
  }

  /** Stops reading a trace; else interrupts the call that blocked last. */
  private void interrupt() {
    if (!controller.cancelOpening() && !view.server.interruptLast()) {
      view.client.interruptLast();
    }
  }

  /** The next step of the lesson, seen from now. */
  private void nextStep() {
    playback.last();
    playback.forward();
  }

  private void zoom(double scale) {
    settings.scaleProperty().set(Math.clamp(scale, Settings.SMALLEST, Settings.LARGEST));
  }

  private void changeLanguage() {
    boolean spanish = settings.languageProperty().get() == Language.SPANISH;
    settings.languageProperty().set(spanish ? Language.ENGLISH : Language.SPANISH);
  }

  private void questionMark(KeyEvent event) {
    if (event.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
      commands.run(Command.KEYS);
    }
  }

  /** Opens a trace, a lesson or captured packets. */
  void open(Path file) {
    view.files.open(file);
  }

  /**
   * Says in the window what fails.
   *
   * @param logging is told of it before
   */
  FailureNotices failures(Thread.UncaughtExceptionHandler logging) {
    return new FailureNotices(logging, pump, notices, () -> commands.run(Command.LOG));
  }

  Commands commands() {
    return commands;
  }

  @Override
  public void close() {
    playback.pause();
    comparer.close();
    controller.close();
  }
}
