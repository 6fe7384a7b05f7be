package socketscope.ui.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.Origin;
import socketscope.event.TcpState;
import socketscope.state.Change;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;
import socketscope.ui.model.Recording;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** Through which states a socket went, in the figure of the RFC and as a list. */
public final class StatesTab extends StackPane {

  private static final double LEAST_FIGURE = 684;
  private static final double LEAST_LIST = 270;
  private static final double MOST_LIST = 460;

  /** Some 80 characters. */
  private static final double MEASURE = 600;

  private final Recording recording;
  private final SocketWords words;
  private final FigurePane figure;
  private final ScrollPane figureScroll = new DirectScroll();
  private final VBox prose = new VBox();
  private final Label nothing = new Label();
  private final VBox ends = new VBox();
  private final Label remark = new Label();
  private final ChangeList changes;
  private final SocketChoice choice;
  private final VBox right;
  private final HBox content;
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> showEnds()));

  /** The socket that the user chose to look at; null to follow the current event. */
  private @Nullable Integer chosen;

  private @Nullable Event followed;
  private @Nullable SocketHistory subject;
  private List<SocketHistory> all = List.of();

  /** A tab about that recording. */
  public StatesTab(Recording recording, Words words) {
    this.recording = recording;
    this.words = new SocketWords(words);
    figure = new FigurePane(this.words, this::pick);
    changes = new ChangeList(this.words, this::select);
    choice = new SocketChoice(this.words, this::choose);
    clock.setCycleCount(Timeline.INDEFINITE);
    getStyleClass().add("states-tab");
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    prose.getStyleClass().add("state-prose");
    prose.setId("state-prose");
    remark.getStyleClass().add("state-remark");
    remark.setWrapText(true);
    remark.setMinHeight(USE_PREF_SIZE);
    remark.setId("state-remark");
    ends.getStyleClass().add("state-ends");
    figureScroll.setContent(figure);
    figureScroll.setFitToWidth(true);
    figureScroll.setFitToHeight(true);
    figureScroll.getStyleClass().add("state-figure-scroll");
    figureScroll.setFocusTraversable(false);
    VBox.setVgrow(changes, Priority.ALWAYS);
    right = new VBox(ends, remark, changes);
    right.getStyleClass().add("state-list");
    content = new HBox(figureScroll, right);
    content.getStyleClass().add("states-content");
    widthProperty().addListener((_, _, width) -> arrange(width.doubleValue()));
    arrange(0);
    getChildren().setAll(nothing);
  }

  /** The figure keeps its least width; what is left beyond that is shared. */
  private void arrange(double width) {
    double list = Math.clamp((width - LEAST_FIGURE) * 0.6, LEAST_LIST, MOST_LIST);
    right.setMinWidth(list);
    right.setMaxWidth(list);
    HBox.setHgrow(figureScroll, Priority.ALWAYS);
    HBox.setHgrow(prose, Priority.ALWAYS);
    figureScroll.setMinWidth(0);
    prose.setMinWidth(0);
  }

  /** All sockets that can be looked at, to stand beside the tabs. */
  public SocketChoice choice() {
    return choice;
  }

  /** Shows the socket that the last of those events is about. */
  public void show(List<Event> current) {
    all = recording.folds().states(recording.shownProperty().get().size());
    Event last = current.isEmpty() ? null : current.getLast();
    if (!Objects.equals(last, followed)) {
      followed = last;
      chosen = null;
    }
    subject = subject(current).orElse(null);
    if (subject == null) {
      nothing.setText(words.get("nothing"));
      getChildren().setAll(nothing);
      clock.stop();
      choice.show(all, null);
      return;
    }
    SocketHistory now = asOf(current, subject);
    choice.show(all, subject);
    showEnds();
    showLeft(now, current);
    long origin = Origin.of(recording.shownProperty().get()).orElse(0);
    changes.show(
        subject.changes(),
        last == null ? null : now.changes().isEmpty() ? null : now.changes().getLast(),
        origin);
    remark.setText(remark(now));
    remark.setVisible(!remark.getText().isEmpty());
    remark.setManaged(remark.isVisible());
    getChildren().setAll(content);
  }

  private Optional<SocketHistory> subject(List<Event> current) {
    if (chosen != null && chosen < all.size()) {
      return Optional.of(all.get(chosen));
    }
    SocketHistory before =
        subject != null && subject.number() < all.size() ? all.get(subject.number()) : null;
    return EventSocketFinder.at(current, all, before)
        .or(() -> Optional.ofNullable(before))
        .or(() -> all.stream().filter(history -> history.peer() != null).findFirst())
        .or(() -> all.stream().reduce((_, last) -> last));
  }

  /** A picked event is shown as it was then; else all is shown that is known. */
  private List<SocketHistory> moment(List<Event> current) {
    return recording.selectedProperty().get() == null
        ? all
        : recording.folds().currentStates(current.size());
  }

  private SocketHistory asOf(List<Event> current, SocketHistory history) {
    List<SocketHistory> then = moment(current);
    return history.number() < then.size() ? then.get(history.number()) : history;
  }

  private void showLeft(SocketHistory now, List<Event> current) {
    if (now.kind() == Kind.TCP) {
      figure.show(End.of(now, moment(current)));
      content.getChildren().setAll(figureScroll, right);
      return;
    }
    Label title = new Label(words.title(now));
    title.getStyleClass().add("state-prose-title");
    Label text = new Label(words.prose(now));
    text.setWrapText(true);
    text.setMaxWidth(MEASURE);
    prose.getChildren().setAll(title, text);
    content.getChildren().setAll(prose, right);
  }

  private void showEnds() {
    if (subject == null) {
      return;
    }
    List<Event> shown = recording.shownProperty().get();
    Countdowns countdowns = new Countdowns(shown, recording.inPast());
    List<Event> current = recording.currentEvents();
    List<End> both = End.of(asOf(current, subject), moment(current));
    ends.getChildren()
        .setAll(
            both.stream()
                .map(end ->
                    new EndButton(
                        end, countdowns.seconds(end.history()), words, () -> choose(end.history())))
                .toList());
    boolean counting = both.stream().anyMatch(end -> end.history().countdown() != null);
    if (counting && getScene() != null) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private String remark(SocketHistory now) {
    if (now.waitsForAccept() && now.state() == TcpState.ESTABLISHED) {
      return words.get("waits");
    }
    return now.isListener() && now.state() == TcpState.LISTEN ? words.get("listener") : "";
  }

  private void choose(SocketHistory history) {
    chosen = history.number();
    show(recording.currentEvents());
  }

  private void select(Change change) {
    recording.selectedProperty().set(change.event());
    // The event may be about the other end, too.
    if (subject != null) {
      chosen = subject.number();
      show(recording.currentEvents());
    }
  }

  /** A click on a state goes to the moment at which the end last came into it. */
  private void pick(End end, TcpState state) {
    end.history().transitions().stream()
        .filter(one -> one.to() == state)
        .reduce((_, last) -> last)
        .ifPresent(this::select);
  }
}
