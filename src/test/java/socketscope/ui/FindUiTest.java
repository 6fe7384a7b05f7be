package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.diagram.Filter;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.SocketId;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Theme;

class FindUiTest {

  private static final Path TRACE =
      Path.of("src/test/resources/socketscope/export/captured-tcp.jsonl");

  @RegisterExtension final TestWindow window = new TestWindow();

  @BeforeEach
  void open(FxRobot robot) {
    robot.interact(() -> window.parts.open(TRACE));
  }

  private void search(FxRobot robot, String words) {
    robot.interact(() -> {
      window.parts.commands().run(Command.FIND);
      window.find("#find-field", TextField.class).setText(words);
    });
  }

  private String count() {
    return window.find("#find-count", Label.class).getText();
  }

  @Test
  void findsCallsFlagsAndPorts(FxRobot robot) throws Exception {
    search(robot, "syn");
    window.saveScreenshot("found", Language.SPANISH, Theme.DARK, 1280, 800);
    robot.interact(() -> window.settings.languageProperty().set(Language.ENGLISH));
    assertThat(count()).isEqualTo("1 of 2");
    search(robot, "connect");
    assertThat(window.parts.recording.selectedProperty().get()).isNotNull();
    search(robot, "no such thing");
    assertThat(count()).isEqualTo("Nothing found");
  }

  @Test
  void goesFromOneToTheNextAndRoundAgain(FxRobot robot) {
    search(robot, "fin");
    assertThat(count()).startsWith("1 of");
    var first = window.parts.recording.selectedProperty().get();
    int hits = Integer.parseInt(count().substring("1 of ".length()));
    for (int i = 0; i < hits; i++) {
      robot.interact(() -> window.find("#find-field", TextField.class).getOnAction().handle(null));
    }
    assertThat(window.parts.recording.selectedProperty().get()).isEqualTo(first);
  }

  @Test
  void aFilterTellsHowManyRowsItHides(FxRobot robot) throws Exception {
    HBox line = window.find("#hidden", HBox.class);
    robot.interact(() -> window.parts.settings.filterProperty().set(Filter.NONE.hidingAcks(true)));
    assertThat(line.isVisible()).isTrue();
    assertThat(line.getChildren().stream().filter(Label.class::isInstance))
        .extracting(label -> ((Label) label).getText())
        .allMatch(text -> text.matches("[1-9][0-9]* rows are hidden"));
    for (Theme theme : Theme.values()) {
      window.saveScreenshot("filtered", Language.ENGLISH, theme, 1280, 800);
    }
    robot.interact(() -> window.parts.settings.filterProperty().set(Filter.NONE));
    assertThat(line.isVisible()).isFalse();
  }

  @Test
  void theMenuNamesEverySocket(FxRobot robot) {
    MenuButton menu = window.find("#filter", MenuButton.class);
    robot.interact(menu::show);
    List<String> items = menu.getItems().stream().map(item -> item.getText()).toList();
    robot.interact(menu::hide);

    assertThat(items).anyMatch(text -> text != null && text.startsWith("server, fd"));
    assertThat(items).contains("Hide bare _ACKs", "All _sockets");
  }

  @Test
  void anotherExperimentShowsAllSockets(FxRobot robot) {
    robot.interact(() ->
        window.parts.settings.filterProperty().set(Filter.NONE.only(new SocketId("client", 1))));
    robot.interact(() -> window.parts.open(TRACE));

    assertThat(window.parts.settings.filterProperty().get()).isEqualTo(Filter.NONE);
  }

  @Test
  void theFoundRowIsTheOneSpokenOf(FxRobot robot) {
    search(robot, "accept");

    assertThat(window.parts.recording.currentEvents().getLast())
        .isInstanceOfAny(CallReturned.class, CallStarted.class);
  }
}
