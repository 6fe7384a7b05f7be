package socketscope.ui.topbar;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.css.PseudoClass;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Goes to any moment of the experiment, and shows which one is seen. */
final class MomentSlider extends Slider {

  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final Recording recording;
  private final Playback playback;
  private boolean following;

  MomentSlider(Recording recording, Playback playback, Words words) {
    this.recording = recording;
    this.playback = playback;
    setId("moment");
    getStyleClass().addAll("moment-slider", "progress-slider");
    setSkin(new ProgressSliderSkin(this));
    setBlockIncrement(1);
    setMajorTickUnit(1);
    setMinorTickCount(0);
    setSnapToTicks(true);
    words.tip(this, "top.moment");
    addEventHandler(KeyEvent.KEY_PRESSED, this::page);
    valueProperty().addListener((_, _, value) -> moved((int) Math.rint(value.doubleValue())));
    recording.shownProperty().addListener((_, _, _) -> follow());
    recording.lastMomentProperty().addListener((_, _, _) -> follow());
    follow();
  }

  /** The arrows go by one moment, Home and End to the first and the last. */
  private void page(KeyEvent event) {
    int page = Math.max(10, recording.lastMoment() / 20);
    int by =
        switch (event.getCode()) {
          case PAGE_UP -> -page;
          case PAGE_DOWN -> page;
          default -> 0;
        };
    if (by != 0) {
      playback.goTo(recording.moment() + by);
      event.consume();
    }
  }

  private void moved(int moment) {
    if (!following && moment != recording.moment()) {
      playback.goTo(moment);
    }
  }

  private void follow() {
    following = true;
    setMax(Math.max(1, recording.lastMoment()));
    if (Math.rint(getValue()) != recording.moment()) {
      setValue(recording.moment());
    }
    setDisable(recording.lastMoment() == 0);
    pseudoClassStateChanged(PAST, recording.inPast());
    following = false;
  }
}
