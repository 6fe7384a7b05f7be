package socketscope.ui;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import socketscope.event.Role;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.file.Exports;
import socketscope.ui.file.FilePicker;
import socketscope.ui.lecture.Lecture;
import socketscope.ui.model.Autosave;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.EventPump;
import socketscope.ui.model.Notice;
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
  final Bench bench;
  final Chooser chooser;
  final MainView view;
  final Scene scene;
  private final Playback playback;
  private final Lecture lecture;
  private final Commands commands = new Commands();

  /**
   * The parts of a window.
   *
   * @param picker makes what asks for files
   * @param quit closes the window
   */
  WindowParts(
      Settings settings, Autosave autosave, Function<Words, FilePicker> picker, Runnable quit) {
    this.settings = settings;
    this.words = new Words(settings.languageProperty());
    this.bench = new Bench(new EventPump(), recording, notices, autosave);
    this.chooser = new Chooser(bench, recording, notices);
    this.playback = new Playback(recording, bench, settings);
    FilePicker files = picker.apply(words);
    this.view =
        new MainView(
            recording, bench, chooser, playback, settings, notices, files, commands, words);
    ScaledRoot root = new ScaledRoot(view);
    this.scene = new Scene(root);
    this.lecture =
        new Lecture(
            scene, recording, playback, settings, view.notes, view.client, view.server, words);
    view.giveWayTo(lecture);
    StyleSheets.addTo(scene);
    TextSize.bind(scene, root, settings, commands);
    new TypingUndo(scene, view.edits, commands);
    bindTime();
    bindFiles(files, new Exports(recording, settings, files, notices, words));
    bindView();
    commands.on(Command.QUIT, quit);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::questionMark);
    bench.planProperty().addListener((_, _, plan) -> settings.planProperty().set(plan));
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

  private void bindFiles(FilePicker files, Exports exports) {
    commands
        .on(Command.NEW_EXPERIMENT, chooser::again)
        .on(Command.OPEN_LESSON, () -> files.open(FilePicker.Kind.LESSON).ifPresent(chooser::file))
        .on(Command.OPEN_TRACE, () -> files.open(FilePicker.Kind.TRACE).ifPresent(this::open))
        .on(Command.OPEN_LAST, chooser::last)
        .on(Command.SAVE_TRACE, exports::trace)
        .on(Command.EXPORT_SVG, exports::svg)
        .on(Command.EXPORT_PNG, exports::png)
        .on(Command.EXPORT_TEXT, exports::text)
        .on(Command.EXPORT_HTML, exports::html)
        .on(Command.EXPORT_MERMAID, exports::mermaid)
        .on(Command.EXPORT_PACKETS, exports::packets)
        .on(Command.COPY_TRANSCRIPT, this::copyTranscript)
        .on(Command.COPY_CODE, this::copyCode)
        .on(Command.SAVE_CODE, () -> view.inspector.program().ifPresent(exports::program));
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
        .on(Command.CLIENT_PANE, () -> view.focusPane(Role.CLIENT))
        .on(Command.SERVER_PANE, () -> view.focusPane(Role.SERVER))
        .on(Command.DIAGRAM, () -> view.diagram.diagram().requestFocus())
        .on(Command.PALETTE, view.palette::toggle)
        .on(Command.FIND, view.diagram::find)
        .on(Command.INSPECTOR, view.inspector::focusTabs)
        .on(Command.KEYS, view.overlay::showKeys)
        .on(Command.ABOUT, view.overlay::showAbout);
  }

  /** Stops reading a trace; else interrupts the call that blocked last. */
  private void interrupt() {
    if (!bench.cancelOpening() && !view.server.interruptLast()) {
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

  private void copyTranscript() {
    copy(view.inspector.transcript());
    notices.show(Notice.information("notice.copied"));
  }

  private void copyCode() {
    view.inspector
        .program()
        .ifPresent(program -> {
          copy(program.source());
          notices.show(Notice.information("notice.copied-file", program.fileName()));
        });
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void questionMark(KeyEvent event) {
    if (event.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
      commands.run(Command.KEYS);
    }
  }

  /** Shows a trace. */
  void open(Path trace) {
    bench.open(trace);
  }

  Commands commands() {
    return commands;
  }

  @Override
  public void close() {
    playback.pause();
    bench.close();
  }
}
