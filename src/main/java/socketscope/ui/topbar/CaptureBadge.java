package socketscope.ui.topbar;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import socketscope.event.CaptureEvent;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.explain.Sentences;
import socketscope.ui.model.CaptureStatus;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Says whether packets are captured or inferred, and why. */
public final class CaptureBadge extends Label {

  private static final PseudoClass CAPTURING = PseudoClass.getPseudoClass("capturing");

  private final Recording recording;
  private final ExperimentController controller;
  private final Words words;
  private final Tooltip why = new Tooltip();
  private @Nullable CaptureStatus shown;
  private boolean live;

  /** The badge of that experiment. */
  public CaptureBadge(Recording recording, ExperimentController controller, Words words) {
    this.recording = recording;
    this.controller = controller;
    this.words = words;
    Circle light = new Circle(4);
    light.getStyleClass().add("badge-light");
    setGraphic(light);
    getStyleClass().add("badge");
    setId("badge");
    setMinWidth(USE_PREF_SIZE);
    why.setWrapText(true);
    setTooltip(why);
    recording.shownProperty().addListener((_, _, _) -> refresh());
    controller.beginningsProperty().addListener((_, _, _) -> refresh());
    words.onChange(() -> say(recording.capturing()));
  }

  private void refresh() {
    CaptureStatus known = recording.capturing();
    if (known.equals(shown) && controller.live() == live) {
      return;
    }
    shown = known;
    live = controller.live();
    say(known);
  }

  private void say(CaptureStatus known) {
    List<CaptureEvent> told = known.told();
    boolean seen = known.first().isPresent();
    boolean under = !told.isEmpty() && captures(told.getLast());
    boolean captured = seen || told.stream().anyMatch(CaptureBadge::captures);
    pseudoClassStateChanged(CAPTURING, live ? under : captured);
    setText(live ? now(known, under) : kept(known, captured));
    why.setText(told.isEmpty() && !seen ? words.get("top.badge.calls.why") : reason(told));
    if (known.blind()) {
      why.setText(why.getText() + " " + words.get("top.badge.inferred.why"));
    }
    setAccessibleText(getText() + ". " + why.getText());
  }

  private String reason(List<CaptureEvent> told) {
    Sentences sentences = Sentences.of(words.language());
    return told.stream()
        .flatMap(event -> sentences.happened(List.of(event)).stream())
        .collect(Collectors.joining(" "));
  }

  private static boolean captures(CaptureEvent event) {
    return event instanceof CaptureStarted started && started.method() != CaptureMethod.NONE;
  }

  private String now(CaptureStatus known, boolean capturing) {
    if (!capturing) {
      return unseen(known);
    }
    return known
        .first()
        .map(packet -> words.get("top.badge.capturing.on", packet.device()))
        .orElseGet(() -> words.get("top.badge.capturing"));
  }

  private String kept(CaptureStatus known, boolean captured) {
    return captured ? words.get("top.badge.captured") : unseen(known);
  }

  private String unseen(CaptureStatus known) {
    return words.get(known.blind() ? "top.badge.inferred" : "top.badge.calls");
  }
}
