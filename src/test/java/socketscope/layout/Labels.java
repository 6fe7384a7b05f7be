package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.Picture.ZoneShape;

/** Every text of a picture in its place. */
public final class Labels {

  private record Placed(String text, Box box) {}

  private Labels() {}

  /**
   * No two texts of a picture share any room, none lies under the bar of a blocked call, and no
   * lifeline goes through the caption of a zone.
   */
  public static void areApart(Picture picture) {
    List<Placed> all = placed(picture);
    for (int i = 0; i < all.size(); i++) {
      Placed one = all.get(i);
      for (int j = i + 1; j < all.size(); j++) {
        Placed other = all.get(j);
        assertThat(one.box().overlaps(other.box())).as("%s and %s", one, other).isFalse();
      }
    }
    for (ActivationShape shape : picture.activations()) {
      for (Label label : shape.labels()) {
        Box text = placed(label, picture).box();
        assertThat(picture.activations())
            .as("bars over %s", label)
            .noneMatch(other -> other.box().overlaps(text));
      }
    }
    for (ZoneShape zone : picture.zones()) {
      Label caption = zone.caption();
      assertThat(picture.stems())
          .as("lines through %s", caption)
          .noneMatch(
              stem -> stem.x() > caption.left() && stem.x() < caption.left() + caption.width());
    }
  }

  private static List<Placed> placed(Picture picture) {
    List<Placed> all = new ArrayList<>();
    for (RowShape row : picture.rows()) {
      all.add(placed(row.time(), picture));
      row.labels().forEach(label -> all.add(placed(label, picture)));
      row.tags().forEach(tag -> all.add(new Placed(tag.label().text(), tag.box())));
      if (row.note() != null) {
        all.add(new Placed(row.note().label().text(), row.note().box()));
      }
    }
    picture.activations().stream()
        .flatMap(shape -> shape.labels().stream())
        .forEach(label -> all.add(placed(label, picture)));
    all.removeIf(one -> one.text().isEmpty());
    return all;
  }

  /** The ink of a line of text, which is less than the height of its line. */
  private static Placed placed(Label label, Picture picture) {
    double size = label.face().size() * picture.metrics().scale();
    return new Placed(
        label.text(), new Box(label.left(), label.y() - 0.74 * size, label.width(), 0.95 * size));
  }
}
