package socketscope.ui;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import socketscope.event.Role;
import socketscope.ui.command.Commands;
import socketscope.ui.file.FilePicker;
import socketscope.ui.inspector.Inspector;
import socketscope.ui.lecture.Lecture;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.Notes;
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

  private static final double LEAST_PANE = 300;
  private static final double WIDEST_PANE = 400;
  private static final double INSPECTOR_HEIGHT = 214;

  final ProgramPane client;
  final ProgramPane server;
  final DiagramPane diagram;
  final Inspector inspector;
  final Overlay overlay;
  private final BorderPane all;

  MainView(
      Recording recording,
      Bench bench,
      Chooser chooser,
      Playback playback,
      Settings settings,
      Notes notes,
      Notices notices,
      FilePicker files,
      Commands commands,
      Words words) {
    client = new ProgramPane(Role.CLIENT, recording, bench, files, words);
    server = new ProgramPane(Role.SERVER, recording, bench, files, words);
    diagram = new DiagramPane(recording, bench, settings, notes, commands, words);
    inspector = new Inspector(recording, bench, settings, commands, words);
    overlay = new Overlay(words);
    client.moreCallsProperty().bindBidirectional(settings.moreCallsProperty());
    server.moreCallsProperty().bindBidirectional(settings.moreCallsProperty());
    getStyleClass().add("main-view");

    HBox upper = new HBox(client, diagram, server);
    upper.getStyleClass().add("upper");
    HBox.setHgrow(diagram, Priority.ALWAYS);
    diagram.setMinWidth(0);
    StackPane lower = new StackPane(inspector);
    lower.getStyleClass().add("lower");
    SplitPane split = new SplitPane(upper, lower);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.75);
    keepHeight(split);
    SplitPane.setResizableWithParent(lower, false);
    lower.setMinHeight(120);
    upper.setMinHeight(240);

    TopBar top = new TopBar(recording, bench, chooser, playback, settings, commands, words);
    all = new BorderPane(split);
    all.setTop(new VBox(top, new NoticeBar(notices, words)));
    getChildren().addAll(all, overlay.node());
    widthProperty().addListener((_, _, width) -> resizePanes(width.doubleValue()));
  }

  /** While a lecture is on, it takes the place of all but what is shown above the window. */
  void giveWayTo(Lecture lecture) {
    all.visibleProperty().bind(lecture.onProperty().not());
    getChildren().add(1, lecture.node());
  }

  /** The diagram gets what is left; after that, the divider is the user's. */
  private static void keepHeight(SplitPane split) {
    split
        .heightProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Number> height, Number before, Number now) {
                if (now.doubleValue() > 0) {
                  split.setDividerPositions(1 - INSPECTOR_HEIGHT / now.doubleValue());
                  height.removeListener(this);
                }
              }
            });
  }

  private void resizePanes(double width) {
    double pane = Math.clamp(width * 0.217, LEAST_PANE, WIDEST_PANE);
    client.setMinWidth(pane);
    client.setMaxWidth(pane);
    server.setMinWidth(pane);
    server.setMaxWidth(pane);
  }
}
