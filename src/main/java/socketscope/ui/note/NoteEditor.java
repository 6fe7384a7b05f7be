package socketscope.ui.note;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.model.Notes;
import socketscope.ui.wording.Words;

/**
 * Edits the note of the marked row right below it, or above it where there is no room. Enter keeps
 * what was written, and so does going elsewhere; Esc does not. Nothing written takes the note away.
 */
public final class NoteEditor extends HBox {

  /** How much of the diagram's width it takes. */
  private static final double PART = 0.5;

  private final Notes notes;
  private final DiagramView diagram;
  private final TextField field = new TextField();
  private @Nullable Event subject;

  /** An editor that is put above that diagram, into a pane of the diagram's size. */
  public NoteEditor(DiagramView diagram, Notes notes, Words words) {
    this.diagram = diagram;
    this.notes = notes;
    getStyleClass().add("note-editor");
    setAlignment(Pos.CENTER_LEFT);
    setVisible(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
    field.setId("note-field");
    words.bind(field.promptTextProperty(), "note.prompt");
    words.name(field, "note.prompt");
    HBox.setHgrow(field, Priority.ALWAYS);
    // A shape, since it grows with the letters: an em of an icon would be its own size.
    Region pencil = new Region();
    pencil.getStyleClass().add("pencil");
    getChildren().addAll(pencil, field);
    field.setOnAction(_ -> close());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            close();
          }
        });
  }

  /** Edits the note of the marked row, or of the newest one where none is marked. */
  public void open() {
    int row = diagram.markedRow() >= 0 ? diagram.markedRow() : diagram.rows() - 1;
    if (row < 0) {
      return;
    }
    Event event = diagram.event(row);
    subject = event;
    field.setText(notes.text(event));
    field.selectAll();
    setVisible(true);
    setPrefWidth(PART * diagram.getWidth());
    applyCss();
    double height = prefHeight(-1);
    double below = diagram.bottomOf(row);
    boolean room = below + height < diagram.getHeight();
    setTranslateY(room ? below : Math.max(0, diagram.bottomOf(row - 1) - height));
    field.requestFocus();
  }

  /** Whether it is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return visibleProperty();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      subject = null;
      close();
      event.consume();
    }
  }

  /** Keeps what was written; false where it was not open. */
  public boolean close() {
    boolean open = isVisible();
    Event about = subject;
    subject = null;
    if (about != null) {
      notes.write(about, field.getText());
    }
    if (open) {
      setVisible(false);
      diagram.requestFocus();
    }
    return open;
  }
}
