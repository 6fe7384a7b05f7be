package socketscope.ui.lecture;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import socketscope.layout.Face;
import socketscope.text.Texts;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.model.Notes;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.note.NoteEditor;
import socketscope.ui.wording.Words;

/**
 * What is on the screen in a lecture. The smallest letters are as high as a fortieth of it: that is
 * their font size, from the top of the tallest letter to the bottom of the lowest.
 */
final class LectureView extends StackPane {

  private static final double MOST_ZOOM = 2;

  private final Words words;
  private final DiagramView diagram = new DiagramView();
  private final Caption caption;
  private final NoteEditor editor;
  private final SidePane client;
  private final SidePane server;
  private final PointerRing pointer;
  private final Curtain curtain = new Curtain();
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private @Nullable StackPane keys;

  LectureView(
      Recording recording,
      Settings settings,
      Notes notes,
      SidePane client,
      SidePane server,
      Words words) {
    this.words = words;
    this.client = client;
    this.server = server;
    caption = new Caption(recording, words);
    editor = new NoteEditor(diagram, notes, words);
    pointer = new PointerRing(settings.pointerProperty());
    setId("lecture");
    getStyleClass().add("lecture");
    setVisible(false);
    // What does not fit is cut: the height is the screen's, and letters are measured by it.
    setMinSize(0, 0);
    diagram.marksNewestProperty().set(true);
    // What lies above the slide is seen by all: the ring points there.
    diagram.setTips(false);
    diagram.filterProperty().bindBidirectional(settings.filterProperty());
    diagram.selectedEventProperty().bindBidirectional(recording.selectedProperty());
    words.onChange(() -> diagram.setTexts(Texts.of("diagram", words.language())));
    caption.managedProperty().bind(caption.visibleProperty());
    StackPane.setAlignment(client, Pos.CENTER_LEFT);
    StackPane.setAlignment(server, Pos.CENTER_RIGHT);
    BorderPane slide = new BorderPane(new StackPane(diagram, client, server, editor));
    slide.setBottom(caption);
    getChildren().addAll(slide, pointer, curtain);
    addEventFilter(MouseEvent.MOUSE_MOVED, pointer::follow);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, pointer::follow);
    addEventFilter(ScrollEvent.SCROLL, this::wheel);
    heightProperty().addListener((_, _, _) -> resizeLetters());
    zoom.addListener((_, _, _) -> resizeLetters());
  }

  DiagramView diagram() {
    return diagram;
  }

  NoteEditor editor() {
    return editor;
  }

  Caption caption() {
    return caption;
  }

  Curtain curtain() {
    return curtain;
  }

  private void resizeLetters() {
    double letters = Lecture.letters(getHeight());
    setStyle(String.format(Locale.ROOT, "-fx-font-size: %.0fpx", letters));
    diagram.scaleProperty().set(zoom.get() * letters / Face.SMALLEST);
    caption.resizeTo(letters);
    client.resizeTo(letters);
    server.resizeTo(letters);
    pointer.resizeTo(letters);
  }

  void begin() {
    zoom.set(1);
    caption.setVisible(true);
    caption.begin();
    setVisible(true);
    diagram.requestFocus();
    pointer.begin(getWidth(), getHeight());
  }

  void end() {
    curtain.lift();
    caption.end();
    closeKeys();
    editor.close();
    foldPanes();
    pointer.end();
    setVisible(false);
  }

  void showKeys() {
    keys = KeyList.card(words);
    getChildren().add(getChildren().indexOf(pointer), keys);
  }

  /** False where they were not shown. */
  boolean closeKeys() {
    boolean shown = getChildren().remove(keys);
    keys = null;
    return shown;
  }

  /** False where none was unfolded. */
  boolean foldPanes() {
    boolean folded = client.fold() || server.fold();
    if (folded) {
      diagram.requestFocus();
    }
    return folded;
  }

  /** Enlarges the diagram; it is never made smaller than can be read. */
  void zoom(double factor) {
    zoom.set(Math.clamp(zoom.get() * factor, 1, MOST_ZOOM));
  }

  void usualSize() {
    zoom.set(1);
  }

  private void wheel(ScrollEvent event) {
    if (event.isControlDown()) {
      zoom(event.getDeltaY() > 0 ? Lecture.ZOOM_STEP : 1 / Lecture.ZOOM_STEP);
      event.consume();
    }
  }
}
