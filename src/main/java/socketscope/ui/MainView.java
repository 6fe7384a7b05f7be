package socketscope.ui;

import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import socketscope.event.Role;
import socketscope.ui.command.Commands;
import socketscope.ui.compare.ComparisonLayer;
import socketscope.ui.file.FilePicker;
import socketscope.ui.inspector.Inspector;
import socketscope.ui.lecture.Lecture;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Edits;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Notes;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.notice.NoticeLayer;
import socketscope.ui.palette.CommandPalette;
import socketscope.ui.pane.OfferedCall;
import socketscope.ui.pane.ProgramPane;
import socketscope.ui.topbar.TopBar;
import socketscope.ui.wording.Words;

/** Everything in the window, in its place. */
final class MainView extends StackPane {

  /** In a lower window what the menus offer, too, is left to them. */
  private static final double LOW = 400;

  final Edits edits = new Edits();
  final ProgramPane client;
  final ProgramPane server;
  final WindowFiles files;
  final UpperRow upper;
  final DiagramPane diagram;
  final Inspector inspector;
  final Overlay overlay;
  final CommandPalette palette;
  final Notes notes;
  private final BorderPane all;

  MainView(
      Recording recording,
      ExperimentController controller,
      Chooser chooser,
      Playback playback,
      Settings settings,
      Notices notices,
      FilePicker picker,
      Commands commands,
      Words words) {
    files =
        new WindowFiles(controller, chooser, recording, settings, picker, notices, commands, words);
    WindowMenu menu =
        new WindowMenu(recording, controller, chooser, playback, settings, files, commands, words);
    new WindowNetwork(controller, chooser, notices, System.getenv(), commands);
    notes = new Notes(recording, controller, notices, edits);
    client = new ProgramPane(Role.CLIENT, recording, controller, picker, edits, words);
    server = new ProgramPane(Role.SERVER, recording, controller, picker, edits, words);
    diagram = new DiagramPane(recording, controller, playback, settings, notes, commands, words);
    inspector = new Inspector(recording, controller, settings, commands, words);
    overlay = new Overlay(words);
    overlay.closeWithEscapeIn(this);
    PaletteEntries entries =
        new PaletteEntries(commands, chooser, this::offeredCalls, files, words);
    palette = new CommandPalette(entries::all, settings.usedProperty(), words);
    client.moreCallsProperty().bindBidirectional(settings.moreCallsProperty());
    server.moreCallsProperty().bindBidirectional(settings.moreCallsProperty());
    getStyleClass().add("main-view");

    upper = new UpperRow(client, diagram, server, words);
    StackPane lower = new StackPane(inspector);
    lower.getStyleClass().add("lower");
    SplitPane split = new SplitPane(upper, lower);
    split.setOrientation(Orientation.VERTICAL);
    new InspectorHeight(split, lower, settings).keep();
    upper.setMinHeight(90);

    TopBar top = new TopBar(recording, controller, chooser, playback, settings, commands, words);
    top.lowProperty().bind(heightProperty().greaterThan(0).and(heightProperty().lessThan(LOW)));
    all = new BorderPane(split);
    VBox bars = new VBox(menu.bar(), top);
    all.setTop(NoticeLayer.beside(menu.bar(), bars, notices, words));
    getChildren().addAll(all, overlay.node(), palette);
    files.takeDropsOn(this);
  }

  /** What is open above the window makes room for the palette. */
  void openPalette() {
    overlay.close();
    palette.open();
  }

  private Stream<OfferedCall> offeredCalls() {
    return Stream.of(client, server).flatMap(pane -> pane.offeredCalls().stream());
  }

  /** While two experiments are compared, the window below takes no part. */
  void lay(ComparisonLayer comparing) {
    getChildren().add(1, comparing.node());
    comparing.busyProperty().subscribe(getChildren().getFirst()::setDisable);
  }

  /** While a lecture is on, it takes the place of all but what is shown above the window. */
  void giveWayTo(Lecture lecture) {
    all.visibleProperty().bind(lecture.onProperty().not());
    getChildren().add(1, lecture.node());
  }

  /** Goes to the calls of the programs of that role. */
  void focusPane(Role role) {
    upper.choose(role);
    (role == Role.CLIENT ? client : server).focusFirstCall();
  }
}
