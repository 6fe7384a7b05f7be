package socketscope.ui.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.palette.Ranking.Found;

/** An entry in a line: what it is, its name with the letters that were typed, where it is. */
final class PaletteCell extends ListCell<Found> {

  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  PaletteCell() {
    getStyleClass().add("palette-cell");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  @Override
  protected void updateItem(@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    pseudoClassStateChanged(IMPOSSIBLE, found != null && !empty && !found.entry().possible());
    if (found == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    PaletteEntry entry = found.entry();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label where = new Label(entry.where());
    where.getStyleClass().add("palette-where");
    HBox line = new HBox(icon(entry), title(found), space, where);
    if (!entry.keys().isEmpty()) {
      Label keys = new Label(entry.keys());
      keys.getStyleClass().addAll("code", "key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(keys);
    }
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFillHeight(false);
    line.getStyleClass().add("palette-line");
    setGraphic(line);
    setAccessibleText(String.join(", ", entry.title(), entry.where(), entry.keys()));
  }

  private static Node icon(PaletteEntry entry) {
    return new FontIcon(
        switch (entry.kind()) {
          case COMMAND -> Feather.CHEVRON_RIGHT;
          case CALL -> Feather.TERMINAL;
          case LESSON -> Feather.BOOK_OPEN;
          case FILE -> Feather.FILE;
        });
  }

  private static Node title(Found found) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("palette-title");
    flow.setMaxHeight(Region.USE_PREF_SIZE); // else it hangs from the top of the line
    String title = found.entry().title();
    int from = 0;
    while (from < title.length()) {
      boolean meant = found.letters().get(from);
      int next = meant ? found.letters().nextClearBit(from) : found.letters().nextSetBit(from);
      int to = next < 0 ? title.length() : Math.min(next, title.length());
      Text part = new Text(title.substring(from, to));
      part.getStyleClass().add(meant ? "palette-meant" : "palette-text");
      if (found.entry().kind() == PaletteEntry.Kind.CALL) {
        part.getStyleClass().add("code");
      }
      flow.getChildren().add(part);
      from = to;
    }
    return flow;
  }
}
