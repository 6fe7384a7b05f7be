package socketscope.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.ui.palette.Ranking.Found;
import socketscope.ui.wording.Words;

/** A field above the window, and below it everything that can be done and fits what is typed. */
public final class CommandPalette extends StackPane {

  private static final int REMEMBERED = 12;
  private static final double LINE = 32;
  private static final int LINES = 12;

  private final Supplier<List<PaletteEntry>> source;
  private final ObjectProperty<List<String>> recent;
  private final TextField field = new TextField();
  private final ListView<Found> list = new ListView<>();
  private List<PaletteEntry> entries = List.of();
  private @Nullable Node before;
  private int first;

  /**
   * A palette, which is not open yet.
   *
   * @param source makes the entries when it opens
   * @param recent the ids of those that were used, the last one first
   */
  public CommandPalette(
      Supplier<List<PaletteEntry>> source, ObjectProperty<List<String>> recent, Words words) {
    this.source = source;
    this.recent = recent;
    setId("palette");
    getStyleClass().add("overlay");
    setVisible(false);
    field.setId("palette-field");
    words.bind(field.promptTextProperty(), "palette.prompt");
    words.name(field, "palette.prompt");
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(LINE);
    list.setCellFactory(_ -> cell());
    words.name(list, "palette.list");
    list.setPlaceholder(words.label(new Label(), "palette.none"));
    VBox card = new VBox(field, list);
    card.getStyleClass().addAll("overlay-card", "palette-card");
    card.setMaxSize(680, Region.USE_PREF_SIZE);
    setAlignment(card, Pos.TOP_CENTER);
    getChildren().add(card);
    field.textProperty().addListener((_, _, _) -> fill());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(event -> {
      if (event.getTarget().equals(this)) {
        close();
      }
    });
  }

  private PaletteCell cell() {
    PaletteCell cell = new PaletteCell();
    cell.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && cell.getItem() != null) {
        choose(cell.getItem().entry());
      }
    });
    return cell;
  }

  /**
   * Opens it; where it is open, it begins anew. From this call on, what is typed arrives in its
   * field, though it is seen only with the next frame.
   */
  public void open() {
    if (!isVisible()) {
      before = getScene().getFocusOwner();
      setVisible(true);
    }
    applyCss(); // only with its skin does the field take keys
    field.requestFocus();
    entries = source.get();
    field.clear();
    fill();
  }

  /** What fits, the best first. */
  public List<PaletteEntry> found() {
    return list.getItems().stream().map(Found::entry).toList();
  }

  private void close() {
    setVisible(false);
    entries = List.of();
    list.getItems().clear();
    if (before != null) {
      before.requestFocus();
    }
  }

  private void fill() {
    list.getItems().setAll(Ranking.of(field.getText(), entries, recent.get()));
    double lines = Math.clamp(list.getItems().size(), 1, LINES);
    list.setPrefHeight(lines * LINE + 2);
    list.setMinHeight(USE_PREF_SIZE);
    first = 0;
    go(0);
  }

  private void go(int index) {
    if (!list.getItems().isEmpty()) {
      int within = Math.clamp(index, 0, list.getItems().size() - 1);
      list.getSelectionModel().select(within);
      first = Math.clamp(first, Math.max(0, within - LINES + 1), within);
      list.scrollTo(first);
    }
  }

  private void pressed(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode key = event.getCode();
    boolean ours = true;
    switch (key) {
      case ESCAPE -> close();
      case DOWN -> go(at == list.getItems().size() - 1 ? 0 : at + 1);
      case UP -> go(at == 0 ? list.getItems().size() - 1 : at - 1);
      case PAGE_DOWN -> go(at + LINES);
      case PAGE_UP -> go(at - LINES);
      case ENTER -> {
        Found chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
          choose(chosen.entry());
        }
      }
      case TAB -> {} // the focus stays here
      default -> ours = false;
    }
    if (ours) {
      event.consume();
    }
  }

  /** What makes no sense now is only shown. */
  private void choose(PaletteEntry entry) {
    if (entry.possible()) {
      close();
      List<String> used = new ArrayList<>(recent.get());
      used.remove(entry.id());
      used.addFirst(entry.id());
      recent.set(List.copyOf(used.subList(0, Math.min(REMEMBERED, used.size()))));
      entry.action().run();
    }
  }
}
