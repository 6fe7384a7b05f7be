package socketscope.ui.notice;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;
import socketscope.ui.wording.Words;

/**
 * One sentence with what can be done about it. What is only good to know goes away by itself, once
 * it can have been read and while nobody points at it.
 */
final class NoticeBar extends HBox {

  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final Words words;
  private final FontIcon icon = new FontIcon();
  private final Label sentence = new Label();
  private final Button offer = new Button();
  private final Button refusal = new Button();
  private final ObservableDoubleValue pace;
  private final PauseTransition leaving = new PauseTransition();
  private @Nullable Notice notice;

  /** Enough to notice it, and then to read each of its characters. */
  private static final Duration NOTICING = Duration.seconds(4);

  private static final Duration READING = Duration.millis(50);

  /** Shows those notices. */
  NoticeBar(Notices notices, Words words) {
    this.words = words;
    getStyleClass().add("notice-bar");
    setId("notice");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.getStyleClass().add("quiet-button");
    close.setOnAction(_ -> notices.dismiss());
    words.tip(close, "notice.close");
    offer.setId("offer");
    refusal.setId("refusal");
    refusal.setOnAction(_ -> notices.dismiss());
    close.visibleProperty().bind(refusal.visibleProperty().not());
    close.managedProperty().bind(close.visibleProperty());
    for (Button button : new Button[] {offer, refusal}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(icon, sentence, offer, refusal, close);
    setAccessibleRole(AccessibleRole.TEXT);
    this.pace = notices.paceProperty();
    leaving.setOnFinished(_ -> notices.dismiss());
    hoverProperty().addListener((_, _, _) -> countDown());
    focusWithinProperty().addListener((_, _, _) -> countDown());
    notices.currentProperty().addListener((_, _, current) -> show(current));
    words.onChange(() -> show(notice));
  }

  private void show(@Nullable Notice current) {
    notice = current;
    setVisible(current != null);
    setManaged(current != null);
    if (current == null) {
      leaving.stop();
      return;
    }
    boolean fault = current.kind() != Notice.Kind.INFORMATION;
    pseudoClassStateChanged(FAULT, fault);
    icon.setIconCode(fault ? Feather.ALERT_TRIANGLE : Feather.INFO);
    sentence.setText(current.sentence().apply(words));
    setAccessibleText(sentence.getText());
    String refused = current.refusal();
    refusal.setVisible(refused != null);
    refusal.setManaged(refused != null);
    refusal.setText(refused == null ? "" : words.get(refused));
    Notice.Offer offered = current.offer();
    offer.setVisible(offered != null);
    offer.setManaged(offered != null);
    if (offered != null) {
      offer.setText(words.get(offered.key()));
      offer.setOnAction(_ -> offered.action().run());
    }
    countDown();
  }

  /** From the beginning, once nobody points at it any more. */
  private void countDown() {
    leaving.stop();
    boolean goes = notice != null && notice.passes() && pace.get() > 0;
    if (goes && !isHover() && !isFocusWithin()) {
      Duration usual = NOTICING.add(READING.multiply(sentence.getText().length()));
      leaving.setDuration(usual.divide(pace.get()));
      leaving.playFromStart();
    }
  }
}
