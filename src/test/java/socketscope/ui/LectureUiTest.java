package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.diagram.Annotation;
import socketscope.diagram.Diagram;
import socketscope.diagram.Filter;
import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.NoteWritten;
import socketscope.lab.RefusedCallException;
import socketscope.text.Language;
import socketscope.trace.TraceReader;
import socketscope.ui.command.Command;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Theme;

class LectureUiTest {

  private static final Path TRACE =
      Path.of("src/test/resources/socketscope/export/captured-tcp.jsonl");

  @TempDir Path folder;
  @RegisterExtension final TestWindow window = new TestWindow();

  @BeforeEach
  void open(FxRobot robot) {
    robot.interact(() -> window.parts.open(TRACE));
  }

  private Recording recording() {
    return window.parts.recording;
  }

  private void present(FxRobot robot) {
    robot.interact(() -> window.parts.commands().run(Command.PRESENT));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean presents() {
    return window.find("#lecture", Node.class).isVisible();
  }

  private DiagramView diagram() {
    return (DiagramView) window.find("#lecture", Parent.class).lookup(".diagram-view");
  }

  private long rows() {
    return diagram().lookupAll(".diagram-row").size();
  }

  /** All texts that are to be seen in the lecture, with the size of their letters. */
  private List<String> smallerThan(double least, int width, int height) throws Exception {
    return WaitForAsyncUtils.asyncFx(() ->
            window.at(
                width,
                height,
                scene -> {
                  List<Text> texts = new ArrayList<>();
                  collect(scene.lookup("#lecture"), texts);
                  assertThat(texts).hasSizeGreaterThan(20);
                  return texts.stream()
                      .filter(text -> !text.getText().isBlank() && letters(text) < least)
                      .map(text -> text.getText() + " " + letters(text))
                      .toList();
                }))
        .get(30, TimeUnit.SECONDS);
  }

  private static double letters(Text text) {
    double size = text.getFont().getSize();
    return text.localToScene(0, size).getY() - text.localToScene(0, 0).getY();
  }

  private static void collect(Node node, List<Text> texts) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "1920, 1080"})
  void noTextIsLowerThanAFortiethOfTheScreen(int width, int height, FxRobot robot)
      throws Exception {
    present(robot);
    assertThat(smallerThan(height / 40.0, width, height)).isEmpty();
    robot.type(KeyCode.F1);
    assertThat(smallerThan(height / 40.0, width, height)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, false", "1920, 1080, false", "1024, 768, true", "900, 1200, true"})
  void twoLifelinesWhereFourDoNotFit(int width, int height, boolean folded, FxRobot robot)
      throws Exception {
    present(robot);
    DiagramView diagram = diagram();
    assertThat(
            WaitForAsyncUtils.asyncFx(
                    () -> window.at(width, height, _ -> diagram.foldedProperty().get()))
                .get(30, TimeUnit.SECONDS))
        .isEqualTo(folded);
  }

  @Test
  void eachStepRevealsOneEventAndTheLaterOnesStayHidden(FxRobot robot) {
    present(robot);
    robot.type(KeyCode.HOME);
    assertThat(recording().moment()).isZero();
    for (int moment = 1; moment <= recording().lastMoment(); moment++) {
      int before = diagram().rows();
      robot.type(KeyCode.PAGE_DOWN);
      assertThat(recording().moment()).isEqualTo(moment);
      assertThat(diagram().rows() - before).isBetween(0, 1);
      assertThat(window.find("#lecture-step", Label.class).getText())
          .isEqualTo(moment + " / " + recording().lastMoment());
      assertThat(diagram().markedRow()).isEqualTo(diagram().rows() - 1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"PAGE_DOWN", "SPACE", "RIGHT", "DOWN", "ENTER"})
  void stepsForward(KeyCode key, FxRobot robot) {
    present(robot);
    robot.type(KeyCode.HOME).type(key);
    assertThat(recording().moment()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"PAGE_UP", "LEFT", "UP", "BACK_SPACE"})
  void stepsBack(KeyCode key, FxRobot robot) {
    present(robot);
    int last = recording().lastMoment();
    robot.type(key);
    assertThat(recording().moment()).isEqualTo(last - 1);
    robot.type(KeyCode.END);
    assertThat(recording().moment()).isEqualTo(last);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"PERIOD", "B", "W"})
  void blanksTheScreenAndAStepBringsItBackFirst(KeyCode key, FxRobot robot) {
    present(robot);
    Node curtain = window.find("#lecture-curtain", Node.class);
    int moment = recording().moment();
    robot.type(key);
    assertThat(curtain.isVisible()).isTrue();
    robot.type(key);
    assertThat(curtain.isVisible()).isFalse();
    robot.type(key).type(KeyCode.PAGE_UP);
    assertThat(curtain.isVisible()).isFalse();
    assertThat(recording().moment()).isEqualTo(moment);
    robot.type(KeyCode.PAGE_UP);
    assertThat(recording().moment()).isEqualTo(moment - 1);
  }

  @Test
  void leavingBringsBackWhatWasThere(FxRobot robot) {
    robot.interact(() -> {
      window.settings.themeProperty().set(Theme.LIGHT);
      window.settings.scaleProperty().set(1.25);
      window.find(".diagram-view", DiagramView.class).select(3);
    });
    var selected = recording().selectedProperty().get();
    robot.push(KeyCode.F11);
    assertThat(presents()).isTrue();
    assertThat(window.parts.scene.getRoot().getStyleClass())
        .contains("contrast-theme")
        .doesNotContain("light-theme");
    robot.type(KeyCode.F4).type(KeyCode.DOWN).type(KeyCode.UP);
    robot.push(KeyCode.ESCAPE);
    assertThat(presents()).isFalse();
    assertThat(window.parts.scene.getRoot().getStyleClass())
        .contains("light-theme")
        .doesNotContain("contrast-theme");
    assertThat(window.settings.themeProperty().get()).isEqualTo(Theme.LIGHT);
    assertThat(window.settings.scaleProperty().get()).isEqualTo(1.25);
    assertThat(window.settings.foldedProperty().get()).isFalse();
    robot.push(KeyCode.F11).push(KeyCode.F11);
    assertThat(presents()).isFalse();
    assertThat(selected).isNotNull();
  }

  @Test
  void theMarkedRowIsStillMarkedAfterwards(FxRobot robot) {
    robot.interact(() -> window.find(".diagram-view", DiagramView.class).select(3));
    var selected = recording().selectedProperty().get();
    present(robot);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(diagram().selectedRow()).isEqualTo(4);
    present(robot);
    assertThat(recording().selectedProperty().get()).isSameAs(selected);
  }

  @Test
  void whatAFilterHidesIsTold(FxRobot robot) {
    robot.interact(() -> window.settings.filterProperty().set(Filter.NONE.hidingAcks(true)));
    present(robot);
    robot.type(KeyCode.END);
    Label hidden = window.find("#lecture-hidden", Label.class);
    assertThat(hidden.isVisible()).isTrue();
    assertThat(hidden.getText()).isEqualTo(diagram().hidden() + " rows are hidden");
    robot.interact(() -> window.settings.filterProperty().set(Filter.NONE));
    robot.type(KeyCode.PAGE_UP);
    assertThat(hidden.isVisible()).isFalse();
  }

  @Test
  void theMarkWalksWithoutGoingElsewhereInTime(FxRobot robot) {
    present(robot);
    int moment = recording().moment();
    int newest = diagram().rows() - 1;
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    assertThat(diagram().markedRow()).isEqualTo(newest - 1);
    robot.push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(diagram().markedRow()).isEqualTo(newest - 1);
    assertThat(recording().moment()).isEqualTo(moment);
  }

  @Test
  void theRingGoesWithTheMouseAndIsRemembered(FxRobot robot) {
    present(robot);
    Circle ring = window.find("#lecture-pointer", Circle.class);
    assertThat(ring.isVisible()).isFalse();
    robot.type(KeyCode.P);
    assertThat(ring.isVisible()).isTrue();
    Bounds place = diagram().localToScreen(diagram().getBoundsInLocal());
    robot.moveTo(place.getMinX() + 100, place.getMinY() + 120);
    assertThat(ring.getCenterX()).isEqualTo(100);
    assertThat(ring.getCenterY()).isEqualTo(120);
    assertThat(window.settings.pointerProperty().get()).isTrue();
  }

  @Test
  void theButtonOfARemoteOnlyEverBeginsAndLeaves(FxRobot robot) {
    robot.push(KeyCode.SHIFT, KeyCode.F5);
    assertThat(presents()).isTrue();
    int moment = recording().moment();
    robot.type(KeyCode.F5);
    assertThat(presents()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(presents()).isFalse();
    robot.type(KeyCode.ESCAPE).type(KeyCode.F5);
    assertThat(presents()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(recording().moment()).isEqualTo(moment);
  }

  @Test
  void theCaptionSaysWhatJustHappenedAndCanBeHidden(FxRobot robot) {
    present(robot);
    Label caption = window.find("#lecture-happened", Label.class);
    assertThat(caption.getText()).isEqualTo(window.find("#happened", Label.class).getText());
    robot.type(KeyCode.PAGE_UP);
    assertThat(caption.getText()).isEqualTo(window.find("#happened", Label.class).getText());
    robot.type(KeyCode.C);
    Node strip = window.find(".lecture-caption", Node.class);
    assertThat(strip.isVisible()).isFalse();
    assertThat(strip.isManaged()).isFalse();
  }

  @Test
  void aStepOfALessonIsMadeOnceAndRevealedEventByEvent(FxRobot robot) {
    robot.interact(() -> window.parts.chooser.shipped("tcp", Language.ENGLISH));
    present(robot);
    var play = window.parts.controller.lessonProperty().get();
    for (int step = 1; step <= 5; step++) {
      int wanted = step;
      int moment = recording().moment();
      robot.type(KeyCode.PAGE_DOWN);
      TestWindow.until("step " + step, () -> play.madeProperty().get() == wanted);
      TestWindow.until("one event", () -> recording().moment() == moment + 1);
      while (recording().inPast()) {
        int now = recording().moment();
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(recording().moment()).isEqualTo(now + 1);
        assertThat(play.madeProperty().get()).isEqualTo(wanted);
      }
    }
  }

  /** Writes a note with the keyboard, where the editor is open. */
  private void write(FxRobot robot, String text) {
    TextField field =
        window.parts.scene.getRoot().lookupAll("#note-field").stream()
            .filter(each -> each.getParent().isVisible())
            .map(TextField.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(field.isFocused()).isTrue();
    robot.interact(() -> field.setText(text));
    robot.type(KeyCode.ENTER);
  }

  private List<String> notes() {
    return Diagram.of(recording().shownProperty().get()).annotations().stream()
        .map(Annotation::text)
        .toList();
  }

  @Test
  void aNoteIsWrittenAtTheMarkedRowShownSavedAndOpenedAgain(FxRobot robot) throws Exception {
    present(robot);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    int row = diagram().markedRow();
    robot.type(KeyCode.N);
    write(robot, "Who closes first waits");
    assertThat(notes()).containsExactly("Who closes first waits");
    assertThat(window.find("#lecture-note", Label.class).getText())
        .isEqualTo("Who closes first waits");
    assertThat(diagram().markedRow()).isEqualTo(row);

    Path saved = folder.resolve("noted.jsonl");
    window.pick(saved);
    robot.interact(() -> window.parts.commands().run(Command.SAVE_TRACE));
    assertThat(TraceReader.read(saved).events()).hasAtLeastOneElementOfType(NoteWritten.class);
    try (var kept = Files.list(window.folder)) {
      assertThat(kept.filter(file -> !file.equals(saved)))
          .as("what is noted about an opened file is kept, too")
          .anySatisfy(file -> assertThat(Files.readString(file)).contains("note-written"));
    }
    robot.interact(() -> window.parts.open(saved));
    robot.type(KeyCode.END);
    assertThat(notes()).containsExactly("Who closes first waits");
  }

  @Test
  void aNoteAppearsWithItsRow(FxRobot robot) {
    present(robot);
    robot.type(KeyCode.PAGE_UP).type(KeyCode.PAGE_UP).type(KeyCode.N);
    write(robot, "here");
    robot.type(KeyCode.HOME);
    assertThat(notes()).isEmpty();
    robot.type(KeyCode.END);
    assertThat(notes()).containsExactly("here");
  }

  @Test
  void whileANoteIsWrittenItsLettersAreNoKeys(FxRobot robot) {
    present(robot);
    int moment = recording().moment();
    robot.type(KeyCode.N).type(KeyCode.B, KeyCode.SPACE, KeyCode.LEFT, KeyCode.PERIOD);
    assertThat(window.find("#lecture-curtain", Node.class).isVisible()).isFalse();
    assertThat(recording().moment()).isEqualTo(moment);
    robot.type(KeyCode.ESCAPE);
    assertThat(presents()).isTrue();
    assertThat(notes()).isEmpty();
  }

  @Test
  void aRemovedNoteIsBroughtBack(FxRobot robot) {
    present(robot);
    robot.type(KeyCode.N);
    write(robot, "keep me");
    robot.type(KeyCode.N);
    write(robot, "");
    assertThat(notes()).isEmpty();
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(notes()).containsExactly("keep me");
  }

  @Test
  void aNoteIsWrittenInTheOrdinaryWindowToo(FxRobot robot) throws Exception {
    robot.interact(() -> window.find(".diagram-view", DiagramView.class).select(8));
    robot.push(KeyCode.CONTROL, KeyCode.M);
    window.saveScreenshot("note-editor", Language.ENGLISH, Theme.DARK, 1280, 800);
    robot.interact(() -> window.parts.commands().run(Command.NOTE));
    write(robot, "The third step of the handshake");
    assertThat(window.find("#note", Label.class).getText())
        .isEqualTo("The third step of the handshake");
    robot.interact(() -> window.find(".diagram-view", DiagramView.class).select(12));
    robot.interact(() -> window.parts.commands().run(Command.NOTE));
    write(robot, "A note that is a good deal longer than there is room for it in its row");
    robot.interact(() -> window.find(".diagram-view", DiagramView.class).select(8));
    window.saveScreenshot("notes", Language.SPANISH, Theme.LIGHT, 1280, 800);
    window.saveScreenshot("notes", Language.ENGLISH, Theme.DARK, 1920, 1080);
    present(robot);
    window.saveScreenshot("lecture-notes", Language.ENGLISH, Theme.DARK, 1920, 1080);
    window.saveScreenshot("lecture-notes", Language.SPANISH, Theme.DARK, 1280, 800);
    assertThat(smallerThan(20, 1280, 800)).isEmpty();
    robot.type(KeyCode.N);
    assertThat(smallerThan(20, 1280, 800)).isEmpty();
  }

  @Test
  void callsAreMadeInAPaneThatUnfoldsAndFoldsAgain(FxRobot robot) throws Exception {
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    var status = recording().statusProperty();
    TestWindow.until(
        "the server runs",
        () -> status.get().program("server").filter(server -> server.running()).isPresent());
    Node pane = window.find("#server-socket", Node.class);
    present(robot);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(window.find("#lecture", Node.class).lookup("#server-socket")).isSameAs(pane);
    assertThat(smallerThan(20, 1280, 800)).isEmpty();
    window.saveScreenshot("lecture-pane", Language.ENGLISH, Theme.DARK, 1280, 800);
    window.saveScreenshot("lecture-pane", Language.SPANISH, Theme.DARK, 1920, 1080);
    robot.type(KeyCode.ENTER);
    TestWindow.until("its first event", () -> recording().moment() == 1);
    assertThat(recording().all().stream().filter(CallStarted.class::isInstance)).hasSize(1);
    assertThat(unfolded("server")).as("what happens is to be seen").isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(unfolded("server")).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(unfolded("server")).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1).push(KeyCode.ESCAPE);
    assertThat(presents()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(presents()).isFalse();
    assertThat(window.find("#server-socket", Node.class)).isSameAs(pane);
  }

  private boolean unfolded(String program) {
    return window.find("#lecture", Node.class).lookup("#" + program + "-socket") != null;
  }

  private String warning() {
    return window.parts.scene.getRoot().lookupAll(".side-pane-warning").stream()
        .filter(label -> label.isVisible() && label.getParent().getParent().isVisible())
        .map(label -> ((Label) label).getText())
        .collect(Collectors.joining());
  }

  private void live(FxRobot robot) {
    robot.interact(() -> window.parts.controller.begin(Plan.FIRST));
    var status = recording().statusProperty();
    TestWindow.until(
        "both programs run",
        () ->
            status.get().program("server").filter(server -> server.running()).isPresent()
                && status.get().program("client").filter(client -> client.running()).isPresent());
  }

  private void call(FxRobot robot, String program, Function function, String... arguments) {
    robot.interact(() -> {
      try {
        window.parts.controller.call(program, Call.parse(function, List.of(arguments)));
      } catch (RefusedCallException | NotationException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Test
  void aCallPassesOverNothingThatWaits(FxRobot robot) throws Exception {
    live(robot);
    for (int made = 1; made <= 3; made++) {
      int wanted = made;
      call(robot, "client", Function.SOCKET, "AF_INET", "SOCK_STREAM", "0");
      TestWindow.until("socket " + made, () -> recording().lastMoment() == wanted);
    }
    robot.interact(() -> recording().goTo(1));
    present(robot);

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertThat(warning()).startsWith("2 more events wait: Page Down shows the next.");
    window.saveScreenshot("lecture-waiting", Language.SPANISH, Theme.DARK, 1920, 1080);
    window.saveScreenshot("lecture-waiting", Language.ENGLISH, Theme.DARK, 1280, 800);
    assertThat(smallerThan(20, 1280, 800)).isEmpty();
    robot.type(KeyCode.ENTER);
    TestWindow.until("the call", () -> recording().lastMoment() == 4);
    assertThat(unfolded("client")).isFalse();
    for (int moment = 1; moment <= 4; moment++) {
      assertThat(recording().moment()).isEqualTo(moment);
      robot.type(KeyCode.PAGE_DOWN);
    }
  }

  @Test
  void aCallFromThePastGoesOnAfterWhatWasShown(FxRobot robot) {
    live(robot);
    present(robot);
    for (int made = 1; made <= 2; made++) {
      int wanted = made;
      call(robot, "server", Function.SOCKET, "AF_INET", "SOCK_STREAM", "0");
      TestWindow.until("socket " + made, () -> recording().moment() == wanted);
    }
    robot.type(KeyCode.HOME);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(warning()).startsWith("The diagram shows the past.");
    robot.type(KeyCode.ENTER);
    TestWindow.until("the third call", () -> recording().moment() == 3);
    assertThat(unfolded("server")).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(warning()).isEmpty();
  }

  @Test
  void aCallThatIsRefusedLeavesThePaneWithTheReason(FxRobot robot) {
    live(robot);
    present(robot);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    TextField domain =
        (TextField) window.find("#lecture", Node.class).lookup("#server-socket .argument-field");
    robot.interact(() -> {
      domain.setText("NO_SUCH_DOMAIN");
      domain.fireEvent(new ActionEvent());
    });
    assertThat(unfolded("server")).isTrue();
  }

  private static Point2D middle(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  /** How many of the rows in sight have a tip, after the mouse has come to each. */
  private static long tipped(FxRobot robot, DiagramView diagram) {
    Bounds sight = diagram.localToScene(diagram.getBoundsInLocal());
    List<Node> rows =
        diagram.lookupAll(".diagram-row").stream()
            .filter(row -> sight.contains(middle(row)))
            .toList();
    assertThat(rows).isNotEmpty();
    for (Node row : rows) {
      Point2D place = diagram.localToScreen(diagram.sceneToLocal(middle(row)));
      robot.moveTo(place.getX(), place.getY());
    }
    return rows.stream()
        .filter(row -> row.getProperties().values().stream().anyMatch(Tooltip.class::isInstance))
        .count();
  }

  @Test
  void noTipComesOverTheSlide(FxRobot robot) {
    DiagramView usual = window.find(".diagram-view", DiagramView.class);
    assertThat(tipped(robot, usual)).isPositive();
    present(robot);
    assertThat(tipped(robot, diagram())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 1000})
  void whatPopsUpFromAPaneIsAsHighAsTheRest(int height, FxRobot robot) {
    live(robot);
    robot.interact(() -> window.parts.scene.getWindow().setHeight(height));
    present(robot);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    Node pane = window.find("#lecture", Node.class).lookup("#server-socket");
    double letters = Math.ceil(window.parts.scene.getHeight() / 40);
    ContextMenu ofCall = ((Button) pane.lookup(".call-button")).getContextMenu();
    robot.interact(() -> ofCall.show(pane.lookup(".call-button"), 100, 100));
    assertThat(poppedUp()).isNotEmpty().allMatch(size -> size == letters);
    robot.interact(ofCall::hide);

    robot.interact(() -> pane.lookup(".argument-field").requestFocus());
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(poppedUp()).hasSizeGreaterThan(4).allMatch(size -> size == letters);
    robot.push(KeyCode.ESCAPE);
    MenuButton ofProgram =
        (MenuButton) window.find("#lecture", Node.class).lookup("#program-menu-SERVER");
    robot.interact(ofProgram::show);
    assertThat(poppedUp()).hasSizeGreaterThan(4).allMatch(size -> size == letters);
    robot.interact(ofProgram::hide);
    present(robot);
    robot.interact(ofProgram::show);
    assertThat(poppedUp()).hasSizeGreaterThan(4).allMatch(size -> size == 13);
    robot.interact(ofProgram::hide);
  }

  /** How high the letters are of all that has popped up. */
  private static List<Double> poppedUp() {
    List<Text> texts = new ArrayList<>();
    for (Window each : Window.getWindows()) {
      if (each instanceof PopupWindow popup && popup.isShowing()) {
        collect(popup.getScene().getRoot(), texts);
      }
    }
    return texts.stream().map(text -> text.getFont().getSize()).toList();
  }

  @Test
  void theKeysAreListedInBothPlaces(FxRobot robot) {
    robot.interact(() -> window.parts.commands().run(Command.KEYS));
    assertThat(window.find("#overlay .key-list", Node.class)).isNotNull();
    robot.push(KeyCode.ESCAPE);
    present(robot);
    robot.type(KeyCode.F1);
    assertThat(window.find("#lecture-keys", Node.class)).isNotNull();
    robot.push(KeyCode.ESCAPE);
    assertThat(window.find("#lecture-keys", Node.class)).isNull();
    assertThat(presents()).isTrue();
  }

  @Test
  void looksAsItShould(FxRobot robot) throws Exception {
    present(robot);
    robot.type(KeyCode.P);
    for (Language language : Language.values()) {
      window.saveScreenshot("lecture", language, Theme.DARK, 1280, 800);
      window.saveScreenshot("lecture", language, Theme.DARK, 1920, 1080);
    }
    robot.type(KeyCode.F1);
    window.saveScreenshot("lecture-keys", Language.SPANISH, Theme.DARK, 1280, 800);
    robot.type(KeyCode.F1).type(KeyCode.F4);
    window.saveScreenshot("lecture-folded", Language.ENGLISH, Theme.DARK, 1920, 1080);
    present(robot);
    window.saveScreenshot("present-button", Language.SPANISH, Theme.DARK, 1280, 800);
  }
}
