package socketscope.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Exchange;
import socketscope.ui.wording.Words;

/** Tells a newcomer what to press first. */
final class EmptyState extends VBox {

  private final Bench bench;
  private final Words words;
  private final Label title = new Label();
  private final Label first = new Label();

  EmptyState(Bench bench, Words words) {
    this.bench = bench;
    this.words = words;
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    title.getStyleClass().add("empty-title");
    first.getStyleClass().add("prose");
    first.setId("empty");
    for (Label label : new Label[] {title, first}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER);
      label.setMaxWidth(380);
      label.setMinHeight(USE_PREF_SIZE);
    }
    getChildren().addAll(new FontIcon(Feather.SHUFFLE), title, first);
    bench.beginningsProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  private void refresh() {
    title.setText(words.get("empty.title"));
    boolean lesson = bench.lessonProperty().get() != null;
    boolean alone = bench.planProperty().get().exchange() == Exchange.RAW;
    String free = alone ? "empty.free.alone" : "empty.free";
    first.setText(words.get(lesson ? "empty.lesson" : bench.live() ? free : "empty.trace"));
  }
}
