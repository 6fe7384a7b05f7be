package socketscope.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Experiments;
import socketscope.event.Event;
import socketscope.text.Language;
import socketscope.text.Texts;

@ExtendWith(ApplicationExtension.class)
class DiagramViewUiTest {

  private DiagramView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    for (String file :
        List.of("inter-400", "inter-700", "jetbrains-mono-400", "jetbrains-mono-700")) {
      String path = "/socketscope/ui/fonts/" + file + ".woff";
      assertThat(Font.loadFont(DiagramViewUiTest.class.getResourceAsStream(path), 12)).isNotNull();
    }
    view = new DiagramView();
    scene = new Scene(new BorderPane(view), 765, 580);
    theme("dark");
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  private void theme(String name) {
    scene
        .getStylesheets()
        .setAll(DiagramViewUiTest.class.getResource(name + ".css").toExternalForm());
  }

  private void show(FxRobot robot, List<Event> events) {
    robot.interact(() -> view.show(events));
    settle();
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Each layout that asks for another one keeps a window busy that nobody uses. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 13, 14, 15, 16, 17, 18, 19, 20, 40})
  void layoutComesToRest(int calls, FxRobot robot) {
    show(robot, many(calls));
    robot.interact(() -> {
      for (int pass = 0; pass < 10 && view.isNeedsLayout(); pass++) {
        scene.getRoot().layout();
      }
    });
    assertThat(view.lookup(".diagram-scroll")).isInstanceOf(DiagramScroll.class);
    assertThat(((DiagramScroll) view.lookup(".diagram-scroll")).isNeedsLayout()).isFalse();
  }

  /**
   * As in the second lecture of a window: the newest row is marked, and there are fewer of them.
   */
  @Test
  void anotherExperimentWithFewerRowsIsShownFromWhereverOneWas(FxRobot robot) {
    robot.interact(() -> view.marksNewestProperty().set(true));
    show(robot, many(40));
    robot.interact(() -> view.scrollTo(0));
    EventScript other = new EventScript();
    show(robot, other.at(90_000).call("server#1", "listen(5, 1)", 0).events());
    assertThat(view.rows()).isEqualTo(view.markedRow() + 1).isLessThan(3);
  }

  private static List<Event> many(int calls) {
    EventScript recording = new EventScript();
    for (int i = 0; i < calls; i++) {
      recording.at(i * 40L).call("client#1", "send(5, \"hola\", 0)", 4);
    }
    return recording.events();
  }

  private RowNode rowNode(FxRobot robot, int index) {
    return robot.lookup(".diagram-row").queryAllAs(RowNode.class).stream()
        .filter(node -> node.shape().index() == index)
        .findFirst()
        .orElse(null);
  }

  @Test
  void arrowKeysWalkTheRows(FxRobot robot) {
    List<Event> events = Experiments.tcpEcho();
    Diagram diagram = Diagram.of(events);
    show(robot, events);

    robot.push(KeyCode.HOME);
    assertThat(view.selectedEventProperty().get()).isEqualTo(diagram.rows().getFirst().event());
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP);
    assertThat(view.selectedEventProperty().get()).isEqualTo(diagram.rows().get(1).event());
    robot.push(KeyCode.END);
    assertThat(view.selectedEventProperty().get()).isEqualTo(diagram.rows().getLast().event());
  }

  @Test
  void aScreenReaderFindsAListOfSentences(FxRobot robot) {
    show(robot, Experiments.refusedAndKilled());
    robot.interact(view::requestFocus);
    robot.push(KeyCode.HOME).push(KeyCode.DOWN);

    assertThat(view.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
    int rows = Diagram.of(Experiments.refusedAndKilled()).rows().size();
    assertThat(view.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).isEqualTo(rows);
    RowNode second = (RowNode) view.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, 1);
    assertThat(view.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)).isEqualTo(second);
    assertThat((List<?>) view.queryAccessibleAttribute(AccessibleAttribute.SELECTED_ITEMS))
        .isEqualTo(List.of(second));
    assertThat(second.getAccessibleText()).isEqualTo(view.getAccessibleText());
  }

  @Test
  void pagesAreWalkedByWhatIsInSight(FxRobot robot) {
    show(robot, many(300));
    robot.interact(view::requestFocus);
    robot.push(KeyCode.HOME).push(KeyCode.PAGE_DOWN);
    assertThat(view.selectedRow()).isBetween(5, 40);
    robot.push(KeyCode.PAGE_UP);
    assertThat(view.selectedRow()).isZero();
  }

  @Test
  void aClickSelectsTheEventOfTheRow(FxRobot robot) {
    show(robot, Experiments.refusedAndKilled());
    RowNode row = rowNode(robot, 3);

    robot.clickOn(row);

    assertThat(view.selectedEventProperty().get()).isEqualTo(row.shape().row().event());
    assertThat(view.getAccessibleText())
        .matches("client: connect to 127.0.0.1:5000 failed with ECONNREFUSED after 30.µs");
  }

  @Test
  void onlyRowsInSightHaveNodes(FxRobot robot) {
    show(robot, many(20_000));

    assertThat(robot.lookup(".diagram-row").queryAll()).hasSizeBetween(10, 40);
    assertThat(rowNode(robot, 19_999)).as("the newest row is followed").isNotNull();
  }

  @Test
  void aHundredThousandEventsAreShownAndWalked(FxRobot robot) {
    List<Event> events = many(50_000);
    show(robot, events.subList(0, 99_998));

    robot.interact(() -> view.show(events));
    robot.interact(() -> view.selectedEventProperty().set(events.get(1)));

    assertThat(rowNode(robot, 0)).as("the marked row is in sight").isNotNull();
  }

  @Test
  void staysWhereTheUserHasScrolled(FxRobot robot) {
    List<Event> events = many(300);
    show(robot, events.subList(0, 500));
    robot.push(KeyCode.HOME);
    settle();
    assertThat(rowNode(robot, 0)).isNotNull();

    show(robot, events);
    assertThat(rowNode(robot, 0)).as("still at the first row").isNotNull();

    robot.push(KeyCode.END);
    settle();
    show(robot, many(400));
    robot.push(KeyCode.END);
    settle();
    assertThat(rowNode(robot, 399)).isNotNull();
  }

  @Test
  void aCallGoesToTheKernelBeforeItsAnswerComesBack(FxRobot robot) {
    List<Event> events = many(2);
    List<Event> before = events.subList(0, 2);
    show(robot, before);
    Diagram arriving = Diagram.of(before).arriving(Diagram.of(events));
    double way = arrows(rowNode(robot, 0)).getFirst();

    robot.interact(() -> view.move(events, arriving, 0.5, 0));
    assertThat(arrows(rowNode(robot, 1))).hasSize(1).allMatch(out -> out > 0.3 * way);
    assertThat(arrows(rowNode(robot, 1))).allMatch(out -> out < 0.7 * way);
    assertThat(texts(rowNode(robot, 1))).anyMatch(text -> text.startsWith("send"));
    assertThat(texts(rowNode(robot, 1))).as("not the answer").noneMatch(text -> text.contains("="));

    robot.interact(() -> view.move(events, arriving, 1, 0.5));
    assertThat(arrows(rowNode(robot, 1))).hasSize(2).last().matches(back -> back < 0.7 * way);
    assertThat(texts(rowNode(robot, 1))).noneMatch(text -> text.contains("="));

    show(robot, events);
    assertThat(arrows(rowNode(robot, 1))).isEqualTo(arrows(rowNode(robot, 0)));
    assertThat(texts(rowNode(robot, 1))).anyMatch(text -> text.contains("= 4"));
  }

  /** How wide the arrows of a row are, of those that are to be seen. */
  private static List<Double> arrows(RowNode row) {
    return row.getChildren().stream()
        .filter(node -> node instanceof ArrowNode && node.isVisible())
        .map(node -> node.getBoundsInLocal().getWidth())
        .toList();
  }

  private static List<String> texts(RowNode row) {
    return row.getChildren().stream()
        .filter(Text.class::isInstance)
        .map(node -> ((Text) node).getText())
        .toList();
  }

  @Test
  void aShorterPrefixTakesRowsAwayAtOnce(FxRobot robot) {
    List<Event> events = many(6);
    show(robot, events);

    show(robot, events.subList(0, 4));

    assertThat(robot.lookup(".diagram-row").queryAll()).hasSize(2);
  }

  @Test
  void emptyStateIsThereUntilTheFirstCall(FxRobot robot) {
    Label hint = new Label("Press socket");
    robot.interact(() -> view.setEmptyState(hint));
    List<Event> events = Experiments.tcpEcho();
    show(robot, events.subList(0, 2));
    assertThat(hint.isVisible()).isTrue();

    show(robot, events);
    assertThat(hint.isVisible()).isFalse();
  }

  @Test
  void languageChangesWhileItIsShown(FxRobot robot) {
    show(robot, Experiments.tcpEcho());

    robot.interact(() -> view.setTexts(Texts.of("diagram", Language.SPANISH)));
    settle();

    assertThat(rowNode(robot, 3).getAccessibleText()).startsWith("server: bind a 127.0.0.1:5000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void isDrawnInBothThemes(String name, FxRobot robot) throws IOException {
    robot.interact(() -> theme(name));
    show(robot, Experiments.tcpEcho());
    robot.interact(() ->
        view.selectedEventProperty().set(Diagram.of(Experiments.tcpEcho()).rows().get(10).event()));
    settle();
    picture(robot, name);
    robot.interact(() -> view.foldedProperty().set(true));
    settle();
    picture(robot, name + "-folded");
    robot.interact(() -> {
      view.foldedProperty().set(false);
      view.scaleProperty().set(1.5);
      view.setTexts(Texts.of("diagram", Language.SPANISH));
    });
    settle();
    BufferedImage image = picture(robot, name + "-large");
    assertThat(colors(image)).as("colours in the picture").isGreaterThan(20);
    robot.interact(() -> view.scaleProperty().set(1));
    show(robot, Experiments.refusedAndKilled());
    picture(robot, name + "-refused");
  }

  private static long colors(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  private BufferedImage picture(FxRobot robot, String name) throws IOException {
    List<WritableImage> taken = new ArrayList<>();
    robot.interact(() -> taken.add(scene.snapshot(null)));
    WritableImage from = taken.getFirst();
    int width = (int) from.getWidth();
    int height = (int) from.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, from.getPixelReader().getArgb(x, y));
      }
    }
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    ImageIO.write(image, "png", folder.resolve("diagram-" + name + ".png").toFile());
    return image;
  }
}
