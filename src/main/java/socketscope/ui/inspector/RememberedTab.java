package socketscope.ui.inspector;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The tab that was looked at last is the first one next time. */
final class RememberedTab {

  private final TabPane tabs;
  private final StringProperty id;
  private boolean paused;

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

  /** What is selected because of that was no choice of the user. */
  void pausing(Runnable change) {
    paused = true;
    change.run();
    paused = false;
  }

  private void remember(Tab tab) {
    if (tab != null && !paused) {
      id.set(tab.getId());
    }
  }
}
