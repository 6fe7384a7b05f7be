package socketscope.ui.inspector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import socketscope.code.Program;
import socketscope.event.Event;
import socketscope.event.Origin;
import socketscope.event.PacketSeen;
import socketscope.export.DiagramWords;
import socketscope.layout.TimeText;
import socketscope.ui.code.CodeTab;
import socketscope.ui.command.Commands;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Folds;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.packet.PacketTab;
import socketscope.ui.state.StatesTab;
import socketscope.ui.wording.Words;

/** What is known of the current event. */
public final class Inspector extends HBox {

  /** In a narrower one what just happened has no room beside the tabs. */
  private static final double ROOM_BESIDE = 720;

  /** In narrower tabs than that, what the packet is would stand on their names. */
  private static final double ROOM_FOR_CAPTION = 820;

  private final Recording recording;
  private final Words words;
  private final PacketTab packet;
  private final LessonTab lesson;
  private final CallTab call;
  private final StatesTab states;
  private final CodeTab code;
  private final TranscriptTab transcript;
  private final EventSummaryView happened;
  private final TabPane tabs = new TabPane();
  private final Tab happenedTab;
  private final RememberedTab remembered;
  private @Nullable Tab beforeLesson;
  private final Tab packetTab;
  private final Tab callTab;
  private final Tab statesTab;
  private final Tab lessonTab;
  private final Tab codeTab;
  private final Tab transcriptTab;
  private @Nullable Event turnedTo;

  /** The inspector of that recording. */
  public Inspector(
      Recording recording,
      ExperimentController controller,
      Settings settings,
      Commands commands,
      Words words) {
    this.recording = recording;
    this.words = words;
    this.packet = new PacketTab(words);
    this.lesson = new LessonTab(controller, words);
    this.call = new CallTab(words);
    this.states = new StatesTab(recording, words);
    this.code = new CodeTab(settings.codeLanguageProperty(), commands, words);
    this.transcript = new TranscriptTab(commands, words);
    this.happened = new EventSummaryView(words);
    getStyleClass().addAll("surface", "inspector");
    lessonTab = tab("inspector.lesson", lesson);
    codeTab = tab("inspector.code", code);
    transcriptTab = tab("inspector.transcript", transcript);
    packetTab = tab("inspector.packet", packet);
    callTab = tab("inspector.call", call);
    statesTab = tab("inspector.states", states);
    happenedTab = tab("inspector.happened", null);
    tabs.getTabs().addAll(packetTab, callTab, statesTab, codeTab, transcriptTab);
    tabs.getSelectionModel().select(callTab);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> refresh());
    remembered = new RememberedTab(tabs, settings.tabProperty());
    remembered.keep();
    tabs.setMinWidth(0);
    states
        .choice()
        .visibleProperty()
        .bind(statesTab.selectedProperty().and(states.choice().managedProperty()));
    StackPane captioned = new StackPane(tabs, packet.caption(), states.choice());
    packet
        .caption()
        .visibleProperty()
        .bind(
            statesTab
                .selectedProperty()
                .not()
                .and(captioned.widthProperty().greaterThan(ROOM_FOR_CAPTION)));
    captioned.setMinWidth(0);
    StackPane.setAlignment(packet.caption(), Pos.TOP_RIGHT);
    StackPane.setAlignment(states.choice(), Pos.TOP_RIGHT);
    HBox.setHgrow(captioned, Priority.ALWAYS);
    getChildren().addAll(captioned, happened);
    words.name(this, "pane.inspector");
    words.name(tabs, "pane.inspector");
    recording.shownProperty().addListener((_, _, _) -> turn());
    recording.selectedProperty().addListener((_, _, _) -> turn());
    controller.lessonProperty().addListener((_, before, now) -> follow(before, now));
    widthProperty().addListener(_ -> arrange());
    words.onChange(this::refresh);
  }

  private Tab tab(String key, @Nullable Node content) {
    Tab tab = new Tab(null, content);
    tab.setId(key);
    words.bind(tab.textProperty(), key);
    return tab;
  }

  /** What just happened stands beside the tabs, or where there is no room, is one of them. */
  private void arrange() {
    boolean beside = getWidth() >= ROOM_BESIDE;
    if (beside && happenedTab.getContent() != null) {
      remembered.pausing(() -> tabs.getTabs().remove(happenedTab));
      happenedTab.setContent(null);
      getChildren().add(happened);
    } else if (!beside && happenedTab.getContent() == null) {
      getChildren().remove(happened);
      happenedTab.setContent(happened);
      tabs.getTabs().addFirst(happenedTab);
    }
  }

  /** There is a page to read only while a lesson is played; then it is as it was before. */
  private void follow(@Nullable LessonPlay before, @Nullable LessonPlay now) {
    lesson.follow(before, now);
    if (now == null) {
      boolean read = lessonTab.isSelected();
      tabs.getTabs().remove(lessonTab);
      if (read && beforeLesson != null && tabs.getTabs().contains(beforeLesson)) {
        tabs.getSelectionModel().select(beforeLesson);
      }
    } else {
      if (!tabs.getTabs().contains(lessonTab)) {
        beforeLesson = tabs.getSelectionModel().getSelectedItem();
        tabs.getTabs().addFirst(lessonTab);
      }
      tabs.getSelectionModel().select(lessonTab);
    }
  }

  /** Brings forward the tab that tells of the event; what else is read is left only for a pick. */
  private void turn() {
    List<Event> current = recording.currentEvents();
    Event last = current.isEmpty() ? null : current.getLast();
    if (!Objects.equals(last, turnedTo)) {
      turnedTo = last;
      boolean isPacket = last instanceof PacketSeen;
      boolean picked = isPacket && recording.selectedProperty().get() != null;
      if (picked && !statesTab.isSelected() || packetTab.isSelected() || callTab.isSelected()) {
        tabs.getSelectionModel().select(isPacket ? packetTab : callTab);
      }
    }
    refresh();
  }

  private void refresh() {
    List<Event> current = recording.currentEvents();
    Folds folds = recording.folds();
    packet.show(current, () -> folds.story(current.size()));
    call.show(current, recording.shownProperty().get(), folds);
    happened.asOf(recording.earlier().map(this::moment));
    happened.show(
        current,
        folds,
        current.isEmpty() ? Optional.empty() : recording.note(current.getLast()),
        isForward(callTab));
    if (isForward(statesTab)) {
      states.show(current);
    }
    if (isForward(codeTab)) {
      code.show(recording.all(), current);
    }
    if (isForward(transcriptTab)) {
      transcript.show(recording.shownProperty().get(), current);
    }
  }

  /** The time of an event as the diagram writes it. */
  private String moment(Event event) {
    long origin = Origin.of(recording.shownProperty().get()).orElse(event.stamp().nanos());
    DiagramWords diagram = DiagramWords.in(words.language());
    long nanos = event.stamp().nanos() - origin;
    return nanos < 0 ? diagram.before() : TimeText.of(nanos, diagram.decimalSeparator());
  }

  /** The whole experiment as text. */
  public String transcript() {
    return TranscriptTab.of(recording.all(), words);
  }

  /** A tab learns that it is selected only after the listeners of the selection. */
  private boolean isForward(Tab tab) {
    return tab.equals(tabs.getSelectionModel().getSelectedItem());
  }

  /** The program that is shown, or would be. */
  public Optional<Program> program() {
    code.show(recording.all(), recording.currentEvents());
    return code.program();
  }

  /** Moves the focus to the tabs. */
  public void focusTabs() {
    tabs.requestFocus();
  }
}
