package socketscope.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.event.Event;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.inspector.EventSummaryView;
import socketscope.ui.model.ComparedSide;
import socketscope.ui.model.ComparisonPlayback;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Settings;
import socketscope.ui.notice.NoticeLayer;
import socketscope.ui.topbar.PastBanner;
import socketscope.ui.wording.Words;

/** Two diagrams with what differs between them, and what just happened on either side. */
final class CompareView extends BorderPane {

  /** A half that is wide enough for four lifelines, at the text scale 1. */
  private static final double UNFOLDED = 660;

  private static final double HAPPENED = 132;
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final ComparisonPlayback compared;
  private final Settings settings;
  private final Words words;
  private final DiagramView left = new DiagramView();
  private final DiagramView right = new DiagramView();
  private final EventSummaryView leftHappened;
  private final EventSummaryView rightHappened;
  private final Gutter gutter;
  private final PastBanner past;
  private final HBox halves = new HBox();
  private final DifferenceLine line;
  private final CompareBar bar;
  private final Commands commands;
  private boolean mirroring;

  /** The step that was shown last. */
  private int step = -1;

  CompareView(
      ComparisonPlayback compared,
      Settings settings,
      Commands commands,
      CompareExports exports,
      Notices notices,
      Words words) {
    this.compared = compared;
    this.settings = settings;
    this.words = words;
    this.gutter = new Gutter(left, words, this::select);
    this.commands = commands;
    this.bar = new CompareBar(compared, commands, exports, words);
    this.line = new DifferenceLine(commands, words);
    this.past = new PastBanner(commands, words);
    this.leftHappened = new EventSummaryView(words);
    this.rightHappened = new EventSummaryView(words);
    setId("compare");
    getStyleClass().add("compare-view");
    setTop(NoticeLayer.below(bar, notices, words));
    setCenter(center());
    setBottom(new VBox(line, happened()));
    tie();
  }

  private Node center() {
    VBox ours = half(left, new SideHeading(compared.left(), words));
    VBox theirs = half(right, new SideHeading(compared.right(), words));
    left.setId("compare-left");
    right.setId("compare-right");
    past.setId("compare-past");
    halves.getChildren().addAll(ours, gutter, theirs);
    halves.getStyleClass().add("compare-halves");
    for (VBox half : List.of(ours, theirs)) {
      HBox.setHgrow(half, Priority.ALWAYS);
      half.setPrefWidth(100); // equal halves, whatever is in them
      half.setMinWidth(0);
    }
    widthProperty().addListener((_, _, _) -> foldToFit());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(halves, Priority.ALWAYS);
    VBox center = new VBox(past, halves);
    center.getStyleClass().add("compare-center");
    return center;
  }

  private static VBox half(DiagramView diagram, SideHeading heading) {
    VBox half = new VBox(heading, diagram);
    half.getStyleClass().addAll("surface", "compare-half");
    VBox.setVgrow(diagram, Priority.ALWAYS);
    return half;
  }

  private Node happened() {
    HBox both = new HBox(Gutter.WIDTH, leftHappened, rightHappened);
    both.getStyleClass().add("compare-happened");
    both.setAlignment(Pos.TOP_LEFT);
    for (EventSummaryView side : List.of(leftHappened, rightHappened)) {
      side.getStyleClass().add("surface");
      HBox.setHgrow(side, Priority.ALWAYS);
      side.setMinWidth(0);
      side.setPrefWidth(100);
      side.setMaxWidth(Double.MAX_VALUE);
      side.setPrefHeight(HAPPENED);
    }
    return both;
  }

  private void tie() {
    for (DiagramView diagram : List.of(left, right)) {
      diagram.setNarrow(true);
      diagram.scaleProperty().bindBidirectional(settings.scaleProperty());
    }
    right.foldedProperty().bind(left.foldedProperty());
    left.scaleProperty().addListener((_, _, _) -> foldToFit());
    left.scrolledProperty().addListener((_, _, top) -> right.scrollTo(top.doubleValue()));
    right.scrolledProperty().addListener((_, _, top) -> left.scrollTo(top.doubleValue()));
    left.selectedEventProperty().bindBidirectional(compared.left().recording().selectedProperty());
    right
        .selectedEventProperty()
        .bindBidirectional(compared.right().recording().selectedProperty());
    left.selectedEventProperty().addListener((_, _, event) -> mirror(event, left));
    right.selectedEventProperty().addListener((_, _, event) -> mirror(event, right));
    compared.comparisonProperty().addListener((_, _, _) -> refresh());
    compared.arrivedProperty().addListener((_, _, _) -> move());
    words.onChange(() -> {
      left.setTexts(Texts.of("diagram", words.language()));
      right.setTexts(Texts.of("diagram", words.language()));
      refresh();
    });
  }

  /** Called when it is in its place. */
  void start() {
    foldToFit();
    focusDiagram();
    applyCss();
  }

  void focusDiagram() {
    left.requestFocus();
  }

  private void foldToFit() {
    double half = (getWidth() - Gutter.WIDTH) / 2;
    left.foldedProperty().set(half < UNFOLDED * settings.scaleProperty().get());
  }

  /** Folding is this view's own, for it is narrower than the window. */
  private void pressed(KeyEvent event) {
    if (Command.FOLD.keys().map(keys -> keys.match(event)).orElse(false)) {
      left.foldedProperty().set(!left.foldedProperty().get());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !bar.listing()) {
      // Some controls keep this key to themselves.
      commands.run(Command.INTERRUPT);
      event.consume();
    }
  }

  /** A row that is picked out on one side is picked out on the other, too. */
  private void mirror(@Nullable Event event, DiagramView from) {
    if (mirroring) {
      return;
    }
    mirroring = true;
    boolean ours = from.equals(left);
    Comparison now = compared.comparisonProperty().get();
    int row = event == null ? -1 : (ours ? now.left() : now.right()).rowOf(event);
    Diagram other = ours ? now.right() : now.left();
    Event partner = row < 0 ? null : other.rows().get(row).event();
    (ours ? right : left).selectedEventProperty().set(partner);
    mirroring = false;
    tell();
  }

  private void select(int row) {
    left.select(row);
  }

  /** Goes to the next difference, or back to the one before. */
  void goToDifference(int direction) {
    List<Stretch> differing = compared.comparisonProperty().get().differing();
    int now = left.selectedRow();
    List<Stretch> inOrder = direction > 0 ? differing : differing.reversed();
    inOrder.stream()
        .filter(stretch -> now < 0 || (stretch.row() - now) * direction > 0)
        .findFirst()
        .or(() -> inOrder.stream().findFirst())
        .ifPresent(stretch -> select(stretch.row()));
  }

  private void refresh() {
    Comparison now = compared.comparisonProperty().get();
    left.show(compared.leftShown(), now.left());
    right.show(compared.rightShown(), now.right());
    gutter.show(now);
    if (step != compared.position()) {
      step = compared.position();
      left.showMark();
      right.showMark();
    }
    tellPast();
    tell();
  }

  private void move() {
    double arrived = compared.arrivedProperty().get();
    if (arrived > 0) {
      double part = arrived - Math.ceil(arrived) + 1;
      left.move(compared.leftShown(), compared.leftArriving(), part, 0);
      right.move(compared.rightShown(), compared.rightArriving(), part, 0);
    }
  }

  private void tellPast() {
    boolean inPast = compared.inPast();
    past.show(inPast, words.get("compare.past", compared.position(), compared.made()));
    halves.getChildren().forEach(half -> half.pseudoClassStateChanged(PAST, inPast));
  }

  private void tell() {
    Comparison now = compared.comparisonProperty().get();
    int row = currentRow(now);
    line.show(now, row);
    tell(leftHappened, now.left(), compared.left(), row);
    tell(rightHappened, now.right(), compared.right(), row);
  }

  /** The row that is picked out, or the newest call of either side; negative for none. */
  private int currentRow(Comparison now) {
    int picked = left.selectedRow();
    List<Stretch> stretches = now.stretches();
    return picked >= 0 || stretches.isEmpty() ? picked : stretches.getLast().row();
  }

  private void tell(EventSummaryView happened, Diagram diagram, ComparedSide side, int row) {
    if (row >= 0 && row < diagram.rows().size() && diagram.rows().get(row) instanceof GapRow) {
      happened.say(words.get("compare.nothing"));
    } else {
      List<Event> current = compared.currentEvents(side);
      Optional<String> note =
          current.isEmpty() ? Optional.empty() : side.recording().note(current.getLast());
      happened.show(current, side.recording().folds(), note);
    }
  }
}
