package socketscope.ui;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import socketscope.event.Role;
import socketscope.ui.command.Commands;
import socketscope.ui.inspector.Inspector;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.notice.NoticeBar;
import socketscope.ui.pane.ProgramPane;
import socketscope.ui.topbar.TopBar;
import socketscope.ui.wording.Words;

/** Everything in the window, in its place. */
final class MainView extends StackPane {

  private static final double LEAST_PANE = 284;
  private static final double WIDEST_PANE = 400;

  final ProgramPane client;
  final ProgramPane server;
  final DiagramPane diagram;
  final Inspector inspector;
  final Overlay overlay;

  MainView(
      Recording recording,
      Bench bench,
      Chooser chooser,
      Playback playback,
      Settings settings,
      Notices notices,
      Commands commands,
      Words words) {
    client = new ProgramPane(Role.CLIENT, recording, bench, words);
    server = new ProgramPane(Role.SERVER, recording, bench, words);
    diagram = new DiagramPane(recording, bench, settings, commands, words);
    inspector = new Inspector(recording, commands, words);
    overlay = new Overlay(words);
    getStyleClass().add("main-view");

    HBox upper = new HBox(client, diagram, server);
    upper.getStyleClass().add("upper");
    HBox.setHgrow(diagram, Priority.ALWAYS);
    diagram.setMinWidth(0);
    SplitPane split = new SplitPane(upper, inspector);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.74);
    SplitPane.setResizableWithParent(inspector, false);
    inspector.setMinHeight(120);
    upper.setMinHeight(240);

    TopBar top =
        new TopBar(recording, bench, chooser, playback, settings, commands, words);
    BorderPane all = new BorderPane(split);
    all.setTop(new VBox(top, new NoticeBar(notices, words)));
    getChildren().addAll(all, overlay.node());
    widthProperty().addListener((_, _, width) -> resizePanes(width.doubleValue()));
  }

  private void resizePanes(double width) {
    double pane = Math.clamp(width * 0.217, LEAST_PANE, WIDEST_PANE);
    client.setMinWidth(pane);
    client.setMaxWidth(pane);
    server.setMinWidth(pane);
    server.setMaxWidth(pane);
  }
}
