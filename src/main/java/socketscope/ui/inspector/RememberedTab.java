package socketscope.ui.inspector;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The tab that was looked at last is the first one next time. */
final class RememberedTab {

  private final TabPane tabs;
  private final StringProperty id;

  RememberedTab(TabPane tabs, StringProperty id) {
    this.tabs = tabs;
    this.id = id;
  }

  void keep() {
    tabs.getTabs().stream()
        .filter(tab -> id.get().equals(tab.getId()))
        .findFirst()
        .ifPresent(tabs.getSelectionModel()::select);
    tabs.getSelectionModel().selectedItemProperty().addListener((_, _, tab) -> remember(tab));
  }

  private void remember(Tab tab) {
    if (tab != null) {
      id.set(tab.getId());
    }
  }
}
