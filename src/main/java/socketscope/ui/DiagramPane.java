package socketscope.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.diagram.Filter;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Motion;
import socketscope.ui.model.Notes;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.note.NoteEditor;
import socketscope.ui.topbar.PastBanner;
import socketscope.ui.wording.Words;

/**
 * The diagram. Above it a line of its own has what finds and hides rows, and says that the past is
 * shown and that rows are hidden: the diagram stays where it is when that comes and goes.
 */
final class DiagramPane extends VBox {

  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final DiagramView diagram = new DiagramView();
  private final BehindLabel behind;
  private final NoteEditor editor;
  private final FindBar find;
  private boolean wasPast;
  private final PastBanner past;
  private final HBox hidden = new HBox();
  private final Label hiddenLabel = new Label();
  private final Recording recording;
  private final Words words;

  DiagramPane(
      Recording recording,
      ExperimentController controller,
      Playback playback,
      Settings settings,
      Notes notes,
      Commands commands,
      Words words) {
    this.recording = recording;
    this.words = words;
    getStyleClass().addAll("surface", "diagram-pane");
    diagram.setEmptyState(new EmptyState(recording, controller, words));
    diagram.foldedProperty().bind(settings.foldedProperty());
    diagram.scaleProperty().bindBidirectional(settings.scaleProperty());
    diagram.selectedEventProperty().bindBidirectional(recording.selectedProperty());
    diagram.filterProperty().bindBidirectional(settings.filterProperty());
    diagram.setOnJump(playback::goTo);
    find = new FindBar(diagram, words);
    editor = new NoteEditor(diagram, notes, words);
    MenuItem note = new MenuItem();
    words.bind(note.textProperty(), Command.NOTE.key());
    note.setOnAction(_ -> commands.run(Command.NOTE));
    ContextMenu rowMenu = new ContextMenu(note);
    diagram.setOnContextMenuRequested(
        event -> rowMenu.show(diagram, event.getScreenX(), event.getScreenY()));
    behind = new BehindLabel(words);
    StackPane framed = new StackPane(diagram, behind, editor);
    VBox.setVgrow(framed, Priority.ALWAYS);
    past = new PastBanner(commands, words);
    past.setId("past");
    fillHidden();
    HBox.setHgrow(past, Priority.ALWAYS);
    HBox line = new HBox(tools(commands), past, hidden);
    line.getStyleClass().add("diagram-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(new OpeningBar(controller, words), line, find, framed);
    recording.shownProperty().addListener((_, _, _) -> refresh());
    recording.motionProperty().addListener((_, _, motion) -> move(motion));
    recording.lastMomentProperty().addListener((_, _, _) -> tellPast());
    controller
        .beginningsProperty()
        .addListener(
            (_, _, _) -> diagram.filterProperty().set(diagram.filterProperty().get().only(null)));
    words.onChange(() -> diagram.setTexts(Texts.of("diagram", words.language())));
    words.onChange(this::refresh);
  }

  private HBox tools(Commands commands) {
    Button search = new Button(null, new FontIcon(Feather.SEARCH));
    search.setId("search");
    search.getStyleClass().add("icon-button");
    search.setOnAction(_ -> commands.run(Command.FIND));
    words.tip(search, Command.FIND.key());
    HBox tools = new HBox(search, new FilterMenu(diagram, recording, words));
    tools.getStyleClass().add("diagram-tools");
    tools.setMinWidth(USE_PREF_SIZE);
    return tools;
  }

  /** Lets the user write a note about the marked row. */
  void writeNote() {
    editor.open();
  }

  /** Lets the user find rows. */
  void find() {
    find.open();
  }

  /** Nobody is to think that what is hidden did not happen. */
  private void fillHidden() {
    hidden.getStyleClass().add("hidden-rows");
    hidden.setId("hidden");
    hidden.setAlignment(Pos.CENTER_LEFT);
    hiddenLabel.setMinWidth(0);
    Button all = words.label(new Button(), "filter.none");
    all.setOnAction(_ -> diagram.filterProperty().set(Filter.NONE));
    all.setMinWidth(USE_PREF_SIZE);
    hidden.getChildren().addAll(new FontIcon(Feather.FILTER), hiddenLabel, all);
    diagram.filterProperty().addListener((_, _, _) -> tellHidden());
    words.onChange(this::tellHidden);
  }

  private void tellHidden() {
    boolean filtered = !diagram.filterProperty().get().equals(Filter.NONE);
    int rows = filtered ? diagram.hidden() : 0;
    hidden.setVisible(filtered);
    hidden.setManaged(filtered);
    hiddenLabel.setText(words.counted("filter.hidden", rows));
  }

  DiagramView diagram() {
    return diagram;
  }

  private void refresh() {
    diagram.show(recording.shownProperty().get(), recording.diagram());
    if (wasPast || recording.inPast()) {
      diagram.showMark(); // somebody went to another moment, and wants to see it
    }
    wasPast = recording.inPast();
    tellHidden();
    tellPast();
  }

  private void move(@Nullable Motion motion) {
    if (motion != null) {
      diagram.move(motion.events(), motion.diagram(), motion.out(), motion.back());
    }
    behind.show(recording.behindProperty().get());
  }

  private void tellPast() {
    boolean inPast = recording.inPast();
    pseudoClassStateChanged(PAST, inPast);
    past.show(inPast, words.get("past", recording.moment(), recording.lastMoment()));
  }
}
