package socketscope.ui.packet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;
import socketscope.ui.packet.Part.Tint;
import socketscope.ui.wording.Words;

/** The layers of a packet, each to be opened to its fields. */
final class LayerTree extends TreeView<Part> {

  private final ObjectProperty<@Nullable Part> hovered = new SimpleObjectProperty<>();

  /** The current part: the one under the pointer, else selected; null for none. */
  private final ObjectBinding<@Nullable Part> current;

  /** Which layers are open: they stay so from packet to packet. */
  private final Set<Tint> open = new HashSet<>();

  LayerTree(Words words) {
    getStyleClass().add("packet-layers");
    setId("packet-layers");
    setShowRoot(false);
    words.name(this, "packet.layers");
    setCellFactory(_ -> new PartCell(hovered));
    current =
        Bindings.createObjectBinding(
            () -> hovered.get() != null ? hovered.get() : selected(),
            hovered,
            getSelectionModel().selectedItemProperty());
  }

  /** The part under the pointer, else the selected one; null for none. */
  ObjectBinding<@Nullable Part> spokenProperty() {
    return current;
  }

  private @Nullable Part selected() {
    TreeItem<Part> item = getSelectionModel().getSelectedItem();
    return item == null ? null : item.getValue();
  }

  /** Shows these layers, with the same row selected as before where there is one like it. */
  void show(List<Part> layers) {
    Part before = selected();
    hovered.set(null);
    TreeItem<Part> root = new TreeItem<>();
    for (Part layer : layers) {
      root.getChildren().add(item(layer));
    }
    setRoot(root);
    Optional<TreeItem<Part>> same =
        before == null ? Optional.empty() : find(root, part -> alike(part, before));
    select(same.orElse(root.getChildren().getFirst()));
  }

  private static boolean alike(Part part, Part before) {
    return part.tint() == before.tint() && part.name().equals(before.name());
  }

  private TreeItem<Part> item(Part part) {
    TreeItem<Part> item = new TreeItem<>(part);
    part.parts().forEach(inner -> item.getChildren().add(item(inner)));
    if (part.layer()) {
      item.setExpanded(open.contains(part.tint()));
      item.expandedProperty().addListener((_, _, now) -> remember(part.tint(), now));
    }
    return item;
  }

  private void remember(Tint tint, boolean expanded) {
    if (expanded) {
      open.add(tint);
    } else {
      open.remove(tint);
    }
  }

  /** Selects a part, and opens what it is in. */
  void select(Part part) {
    find(getRoot(), part::equals).ifPresent(this::select);
  }

  private void select(TreeItem<Part> item) {
    for (TreeItem<Part> outer = item.getParent(); outer != null; outer = outer.getParent()) {
      outer.setExpanded(true);
    }
    getSelectionModel().select(item);
    int row = getRow(item);
    // A little of what is above shows where one is.
    scrollTo(Math.max(0, row - 2));
  }

  private static Optional<TreeItem<Part>> find(TreeItem<Part> from, Predicate<Part> wanted) {
    if (from.getValue() != null && wanted.test(from.getValue())) {
      return Optional.of(from);
    }
    return from.getChildren().stream().flatMap(child -> find(child, wanted).stream()).findFirst();
  }
}
