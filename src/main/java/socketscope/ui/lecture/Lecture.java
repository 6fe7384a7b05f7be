package socketscope.ui.lecture;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Filter;
import socketscope.event.Event;
import socketscope.ui.model.Motion;
import socketscope.ui.model.Notes;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.pane.ProgramPane;
import socketscope.ui.wording.Words;

/**
 * Shows the experiment to an audience. While it does, nothing appears by itself: each step reveals
 * one event, and what happens meanwhile waits for its step. Leaving brings back what was there
 * before.
 */
public final class Lecture {

  static final double ZOOM_STEP = 1.1;

  /** The height of the screen in those of its smallest letters. */
  private static final double LINES = 40;

  /** What is reported of a call comes in pieces, packets last; it is put in order first. */
  private static final Duration SETTLING = Duration.millis(120);

  private final Scene scene;
  private final Recording recording;
  private final Playback playback;
  private final Settings settings;
  private final Words words;
  private final SidePane client;
  private final SidePane server;
  private final LectureView view;
  private final FullScreen fullScreen;
  private final PauseTransition settling = new PauseTransition(SETTLING);
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

  /** Two lifelines or four, as the user wants it; null where what fits decides. */
  private @Nullable Boolean folded;

  private @Nullable Node focused;
  private @Nullable Event selected;

  /** A lecture in the window of that scene. */
  public Lecture(
      Scene scene,
      Recording recording,
      Playback playback,
      Settings settings,
      Notes notes,
      ProgramPane client,
      ProgramPane server,
      Words words) {
    this.scene = scene;
    this.recording = recording;
    this.playback = playback;
    this.settings = settings;
    this.words = words;
    this.client = new SidePane(client);
    this.server = new SidePane(server);
    this.view = new LectureView(recording, settings, notes, this.client, this.server, words);
    this.fullScreen = new FullScreen(scene, this::leave);
    settling.setOnFinished(_ -> recording.forward());
    recording.shownProperty().addListener((_, _, _) -> show());
    recording.motionProperty().addListener((_, _, motion) -> move(motion));
    recording.lastMomentProperty().addListener((_, _, _) -> expect());
    recording.actsProperty().addListener((_, _, _) -> made());
    words.onChange(this::warn);
    view.diagram().widthProperty().addListener((_, _, _) -> fold());
    view.diagram().scaleProperty().addListener((_, _, _) -> fold());
    new LectureInput(this, scene);
  }

  /** How high the smallest letters are on a screen of that height. */
  public static double letters(double screen) {
    return Math.ceil(screen / LINES);
  }

  /** What covers the window while the lecture is on. */
  public Node node() {
    return view;
  }

  /** Whether it is on. */
  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** Begins it, or leaves it. */
  public void toggle() {
    if (on.get()) {
      leave();
    } else {
      begin();
    }
  }

  void begin() {
    playback.pause();
    recording.hold(true);
    focused = scene.getFocusOwner();
    selected = recording.selectedProperty().get();
    folded = settings.foldedProperty().get() ? Boolean.TRUE : null;
    on.set(true);
    view.begin();
    show();
    fullScreen.enter();
  }

  void leave() {
    on.set(false);
    settling.stop();
    fullScreen.leave();
    view.end();
    recording.hold(false);
    boolean shown = selected != null && recording.shownProperty().get().contains(selected);
    recording.selectedProperty().set(shown ? selected : null);
    if (focused != null) {
      focused.requestFocus();
    }
  }

  LectureView view() {
    return view;
  }

  private void show() {
    if (on.get()) {
      view.diagram().show(recording.shownProperty().get(), recording.diagram());
      fold();
      view.diagram().showMark();
      boolean filtered = !view.diagram().filterProperty().get().equals(Filter.NONE);
      view.caption().tellHidden(filtered ? view.diagram().hidden() : 0);
      warn();
    }
  }

  private void move(@Nullable Motion motion) {
    if (on.get() && motion != null) {
      view.diagram().move(motion.events(), motion.diagram(), motion.out(), motion.back());
    }
  }

  /** The diagram is to be seen when something happens in it. */
  private void made() {
    if (on.get()) {
      view.foldPanes();
    }
  }

  /** Who is about to make a call is told where it will be shown. */
  private void warn() {
    if (on.get()) {
      int waiting = recording.waiting();
      String warning =
          !playback.live() || !recording.inPast()
              ? ""
              : switch (waiting) {
                case 0 -> words.get("lecture.past");
                case 1 -> words.get("lecture.waiting.one");
                default -> words.get("lecture.waiting", waiting);
              };
      client.warn(warning);
      server.warn(warning);
    }
  }

  private void fold() {
    boolean fits = view.diagram().fitsUnfolded();
    view.diagram().foldedProperty().set(folded == null ? !fits : folded);
  }

  /** What was asked for has begun to happen. */
  private void expect() {
    boolean more = recording.lastMoment() > recording.moment();
    if (on.get() && more && recording.expecting()) {
      settling.play();
    }
    warn();
  }

  /** Does what a key asks for. */
  void act(LectureKey key) {
    switch (key) {
      case FORWARD -> playback.forward();
      case BACK -> playback.back();
      case FIRST -> playback.first();
      case NOW -> playback.last();
      case BLACK -> view.curtain().toggle(false);
      case WHITE -> view.curtain().toggle(true);
      case POINTER -> settings.pointerProperty().set(!settings.pointerProperty().get());
      case ROW_UP -> view.diagram().moveMark(-1);
      case ROW_DOWN -> view.diagram().moveMark(1);
      case NOTE -> view.editor().open();
      case CAPTION -> view.caption().setVisible(!view.caption().isVisible());
      case FOLD -> {
        folded = !view.diagram().foldedProperty().get();
        fold();
      }
      case CLIENT -> client.toggleInPlaceOf(server);
      case SERVER -> server.toggleInPlaceOf(client);
      case LARGER -> view.zoom(ZOOM_STEP);
      case SMALLER -> view.zoom(1 / ZOOM_STEP);
      case USUAL_SIZE -> view.usualSize();
      case KEYS -> view.showKeys();
      case START -> {}
      case LEAVE -> {
        if (!view.foldPanes()) {
          leave();
        }
      }
    }
  }

  /** Uncovers the screen, or takes away what lies above the slide; empty where nothing did. */
  boolean uncover() {
    return view.curtain().lift() || view.closeKeys() || view.editor().close();
  }

  /** Whether a text is being written. */
  boolean writing() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  /** Whether the keys are those of a pane. */
  boolean inPane() {
    Node node = scene.getFocusOwner();
    while (node != null && !(node instanceof SidePane)) {
      node = node.getParent();
    }
    return node != null;
  }
}
