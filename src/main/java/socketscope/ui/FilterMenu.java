package socketscope.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.diagram.Filter;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.menu.FilterItems;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Which rows the diagram shows. */
final class FilterMenu extends MenuButton {

  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  FilterMenu(DiagramView diagram, Recording recording, Words words) {
    super(null, new FontIcon(Feather.FILTER));
    FilterItems items = new FilterItems(diagram.filterProperty(), recording, words);
    setId("filter");
    getStyleClass().addAll("icon-button", "filter-menu");
    setMinWidth(USE_PREF_SIZE);
    words.tip(this, "filter");
    getItems().setAll(new MenuItem());
    setOnShowing(_ -> getItems().setAll(items.items()));
    diagram
        .filterProperty()
        .subscribe(now -> pseudoClassStateChanged(ACTIVE, !now.equals(Filter.NONE)));
  }
}
