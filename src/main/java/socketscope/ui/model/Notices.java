package socketscope.ui.model;

import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The notice that the window shows; the latest one. That Socketscope itself failed is shown again
 * after those that came over it.
 */
public final class Notices {

  private final ObjectProperty<@Nullable Notice> current = new SimpleObjectProperty<>();

  /** The last failure that the user has not taken away; null for none. */
  private @Nullable Notice failure;

  private final DoubleProperty pace = new SimpleDoubleProperty(1);

  /** How fast those go that go away by themselves; 1 is the usual pace, and at 0 they stay. */
  public DoubleProperty paceProperty() {
    return pace;
  }

  /** Shows a notice in place of the one before. */
  public void show(Notice notice) {
    if (notice.kind() == Notice.Kind.FAILURE) {
      failure = notice;
    }
    current.set(notice);
  }

  /** Takes the notice away. */
  public void dismiss() {
    if (Objects.equals(current.get(), failure)) {
      failure = null;
    }
    current.set(failure);
  }

  /** The notice; null for none. */
  public ObjectProperty<@Nullable Notice> currentProperty() {
    return current;
  }
}
