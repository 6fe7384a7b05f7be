package socketscope.ui.topbar;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureEvent;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.explain.Sentences;
import socketscope.infer.Inference;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Says whether packets are captured or inferred, and why. */
public final class CaptureBadge extends Label {

  private static final PseudoClass CAPTURING = PseudoClass.getPseudoClass("capturing");

  private final Recording recording;
  private final Bench bench;
  private final Words words;
  private final Tooltip why = new Tooltip();

  /** The badge of that experiment. */
  public CaptureBadge(Recording recording, Bench bench, Words words) {
    this.recording = recording;
    this.bench = bench;
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
    bench.beginningsProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  private void refresh() {
    List<Event> events = recording.all();
    List<CaptureEvent> told = told(events);
    boolean seen = events.stream().anyMatch(PacketSeen.class::isInstance);
    boolean under = !told.isEmpty() && captures(told.getLast());
    boolean captured = seen || told.stream().anyMatch(CaptureBadge::captures);
    pseudoClassStateChanged(CAPTURING, bench.live() ? under : captured);
    setText(bench.live() ? now(events, under) : kept(events, captured));
    why.setText(told.isEmpty() && !seen ? words.get("top.badge.calls.why") : reason(told));
    if (Inference.isNeeded(events)) {
      why.setText(why.getText() + " " + words.get("top.badge.inferred.why"));
    }
    setAccessibleText(getText() + ". " + why.getText());
  }

  /** What was said of the capture itself. */
  private static List<CaptureEvent> told(List<Event> events) {
    return events.stream()
        .filter(event -> event instanceof CaptureStarted || event instanceof CaptureEnded)
        .map(CaptureEvent.class::cast)
        .toList();
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

  private String now(List<Event> events, boolean capturing) {
    if (!capturing) {
      return unseen(events);
    }
    return events.stream()
        .filter(PacketSeen.class::isInstance)
        .findFirst()
        .map(packet -> words.get("top.badge.capturing.on", ((PacketSeen) packet).device()))
        .orElseGet(() -> words.get("top.badge.capturing"));
  }

  private String kept(List<Event> events, boolean captured) {
    return captured ? words.get("top.badge.captured") : unseen(events);
  }

  private String unseen(List<Event> events) {
    return words.get(Inference.isNeeded(events) ? "top.badge.inferred" : "top.badge.calls");
  }
}
