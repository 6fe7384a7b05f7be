package socketscope.ui.notice;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import socketscope.ui.model.Notices;
import socketscope.ui.wording.Words;

/**
 * The bars at the top of a window, with the notices above them, in the corner: nothing moves when
 * one comes or goes.
 */
public final class NoticeLayer extends StackPane {

  /** Between a notice and what stands on its left. */
  private static final double GAP = 24;

  private final Region bars;

  private NoticeLayer(Region bars, NoticeBar notice) {
    this.bars = bars;
    setAlignment(Pos.TOP_RIGHT);
    setPickOnBounds(false);
    getChildren().addAll(bars, notice);
    notice.setMinHeight(USE_PREF_SIZE);
    notice.setMaxHeight(USE_PREF_SIZE);
  }

  /** Notices on the right of those menus, which are the first of the bars. */
  public static NoticeLayer beside(Region menus, Region bars, Notices notices, Words words) {
    NoticeBar notice = new NoticeBar(notices, words);
    NoticeLayer layer = new NoticeLayer(bars, notice);
    notice
        .maxWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(layer.getWidth() / 2, layer.getWidth() - menus.prefWidth(-1) - GAP),
                layer.widthProperty(),
                notice.visibleProperty()));
    return layer;
  }

  /** Notices below that bar. */
  public static NoticeLayer below(Region bar, Notices notices, Words words) {
    NoticeBar notice = new NoticeBar(notices, words);
    bar.heightProperty()
        .subscribe(height -> setMargin(notice, new Insets(height.doubleValue(), 0, 0, 0)));
    NoticeLayer layer = new NoticeLayer(bar, notice);
    notice.maxWidthProperty().bind(layer.widthProperty());
    return layer;
  }

  @Override
  protected double computeMinHeight(double width) {
    return bars.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return bars.prefHeight(width);
  }
}
