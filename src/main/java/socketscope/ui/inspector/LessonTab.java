package socketscope.ui.inspector;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lesson;
import socketscope.lesson.StepOutcome;
import socketscope.ui.markdown.MarkdownPage;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.LessonPage;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** The page of the lesson that is played: its prose, and beside or below it the steps. */
final class LessonTab extends DirectScroll {

  /** Some 70 characters, which the eye follows from line to line without losing its place. */
  private static final double MEASURE = 500;

  private static final double LEAST_STEPS = 320;
  private static final double MOST_STEPS = 460;
  private static final double MARGINS = 52;
  private static final double GAP = 36;

  /** So that one sees that the list goes on. */
  private static final double BELOW = 24;

  private final ExperimentController controller;
  private final Words words;
  private final Label title = new Label();
  private final VBox prose = new VBox();
  private final VBox steps = new VBox();
  private final Label names = new Label();
  private final ListChangeListener<StepOutcome> follow = _ -> refresh();
  private @Nullable LessonPage shown;
  private @Nullable Node next;
  private boolean beside = true;

  LessonTab(ExperimentController controller, Words words) {
    this.controller = controller;
    this.words = words;
    setId("lesson-page");
    title.getStyleClass().add("lesson-running-title");
    prose.getStyleClass().add("lesson-prose");
    steps.getStyleClass().add("lesson-steps");
    names.getStyleClass().addAll("code", "lesson-names");
    names.setId("lesson-names");
    names.setWrapText(true);
    names.setMinHeight(USE_PREF_SIZE);
    FlowPane page = new FlowPane(GAP, 18, prose, steps);
    page.setRowValignment(VPos.TOP);
    page.getStyleClass().add("lesson-page");
    widthProperty().addListener((_, _, width) -> arrange(width.doubleValue()));
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(page);
    words.onChange(this::refresh);
  }

  /** Where there is no room for the steps beside the prose, the page puts them below. */
  private void arrange(double width) {
    double room = width - MARGINS;
    prose.setPrefWidth(Math.clamp(room, 0, MEASURE));
    steps.setPrefWidth(Math.clamp(room - MEASURE - GAP, LEAST_STEPS, MOST_STEPS));
    boolean fits = room >= MEASURE + GAP + LEAST_STEPS;
    if (fits != beside) {
      beside = fits;
      setVvalue(0);
      revealNext();
    }
  }

  /** Shows that lesson as it is played; null for none. */
  void follow(@Nullable LessonPlay before, @Nullable LessonPlay now) {
    if (before != null) {
      before.outcomes().removeListener(follow);
    }
    if (now != null) {
      now.outcomes().addListener(follow);
    }
    refresh();
  }

  private void refresh() {
    LessonPlay play = controller.lessonProperty().get();
    Lesson lesson = controller.planProperty().get().lessonIn(words.language());
    if (play == null || lesson == null) {
      return;
    }
    LessonPage page = LessonPage.of(lesson, play.outcomes());
    if (shown == null || !shown.prose().equals(page.prose())) {
      prose.getChildren().setAll(MarkdownPage.of(page.prose()));
      if (!page.first()) {
        prose.getChildren().addFirst(title);
      }
      setVvalue(0);
    }
    shown = page;
    title.setText(lesson.title());
    steps
        .getChildren()
        .setAll(
            page.steps().stream().map(line -> new StepLine(line, play.names(), words)).toList());
    next = null;
    List<Node> lines = List.copyOf(steps.getChildren());
    names.setText(String.join("   ", play.names()));
    names.setVisible(!play.names().isEmpty());
    names.setManaged(names.isVisible());
    steps.getChildren().addFirst(names);
    for (int i = 0; i < page.steps().size(); i++) {
      if (page.steps().get(i).progress() == LessonPage.Progress.NEXT) {
        next = lines.get(i);
      }
    }
    revealNext();
  }

  /** Scrolls down to the step that comes next, where it lies below what is seen. */
  private void revealNext() {
    if (next == null) {
      return;
    }
    applyCss();
    layout();
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    double end = steps.getBoundsInParent().getMinY() + next.getBoundsInParent().getMaxY();
    double least = (end + BELOW - getViewportBounds().getHeight()) / hidden;
    if (hidden > 0 && getVvalue() < least) {
      setVvalue(Math.min(1, least));
    }
  }
}
