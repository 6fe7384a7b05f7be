package socketscope.ui.diagram;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What a screen reader is told of the diagram: it is a list of sentences, one of which has the
 * focus.
 *
 * @param rows how many there are
 * @param marked the one that is marked; -1 for none
 * @param inSight the nodes of those in sight, by their places; others have none
 */
record ListAccess(int rows, int marked, Map<Integer, RowNode> inSight) {

  private static final Set<AccessibleAttribute> KNOWN =
      Set.of(
          AccessibleAttribute.ITEM_COUNT,
          AccessibleAttribute.ITEM_AT_INDEX,
          AccessibleAttribute.FOCUS_ITEM,
          AccessibleAttribute.SELECTED_ITEMS,
          AccessibleAttribute.MULTIPLE_SELECTION);

  static boolean knows(AccessibleAttribute attribute) {
    return KNOWN.contains(attribute);
  }

  @Nullable Object tell(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> rows;
      case ITEM_AT_INDEX -> inSight.get((Integer) parameters[0]);
      case FOCUS_ITEM -> inSight.get(marked);
      case SELECTED_ITEMS ->
          FXCollections.observableArrayList(Stream.ofNullable(inSight.get(marked)).toList());
      case MULTIPLE_SELECTION -> false;
      default -> throw new IllegalArgumentException(attribute.toString());
    };
  }
}
