package socketscope.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The notice that the window shows; the latest one. */
public final class Notices {

  private final ObjectProperty<@Nullable Notice> current = new SimpleObjectProperty<>();

  /** Shows a notice in place of the one before. */
  public void show(Notice notice) {
    current.set(notice);
  }

  /** Takes the notice away. */
  public void dismiss() {
    current.set(null);
  }

  /** The notice; null for none. */
  public ObjectProperty<@Nullable Notice> currentProperty() {
    return current;
  }
}
