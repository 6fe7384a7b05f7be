package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;

class HelpUiTest {

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  private Set<String> texts() {
    Parent page = (Parent) window.find("#overlay-scroll", ScrollPane.class).getContent();
    Set<String> texts =
        page.lookupAll("*").stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .collect(Collectors.toSet());
    page.lookupAll("*").stream()
        .filter(Text.class::isInstance)
        .forEach(node -> texts.add(((Text) node).getText()));
    return texts;
  }

  private void open(FxRobot robot, Command command) {
    robot.interact(() -> window.parts.commands().run(command));
    assertThat(window.find("#overlay", Node.class).isVisible()).isTrue();
  }

  @Test
  void allKeysOfTheMenusAreListedAndThoseOfTheParts(FxRobot robot) {
    open(robot, Command.KEYS);
    List<String> keys =
        Arrays.stream(Command.values())
            .flatMap(command -> command.keys().stream())
            .map(KeyCombination::getDisplayText)
            .toList();
    assertThat(texts()).containsAll(keys).contains("In an argument", "Alt+↓", "In the diagram");
  }

  @Test
  void aPageSpeaksTheOtherLanguageAtOnceAndGivesTheFocusBack(FxRobot robot) {
    Node field = window.find("#client-connect .argument-field", Node.class);
    robot.interact(field::requestFocus);
    open(robot, Command.KEYS);
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    assertThat(texts()).contains("En un argumento");
    robot.push(KeyCode.ESCAPE);
    TestWindow.until("closed", () -> !window.find("#overlay", Node.class).isVisible());
    assertThat(field.isFocused()).isTrue();
  }

  @Test
  void whatThisMachineCanShowIsTriedAndCanBeCopied(FxRobot robot) {
    open(robot, Command.DOCTOR);
    TestWindow.until("tried", () -> window.find("#doctor-copy", Button.class) != null);
    assertThat(texts()).contains("TCP over IPv4 (127.0.0.1)", "a display for the window");
    robot.interact(() -> window.find("#doctor-copy", Button.class).fire());
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("Socketscope ").contains("yes\tTCP over IPv4 (127.0.0.1)\n");
  }

  @Test
  void theVersionsAndLicencesOfWhatItIsMadeWithAreThere(FxRobot robot) {
    open(robot, Command.ABOUT);
    String all = String.join("\n", texts());
    assertThat(all).contains("JavaFX", "Java 25", "AtlantaFX", "GPL 2 with Classpath Exception");
  }

  @Test
  void theFormatOfLessonsIsTheDocumentItself(FxRobot robot) {
    open(robot, Command.LESSON_FORMAT);
    assertThat(String.join("\n", texts())).contains("Writing a lesson", "A whole lesson");
  }

  @Test
  void theDocumentsSpeakSpanishInTheSpanishWindow(FxRobot robot) {
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    open(robot, Command.LESSON_FORMAT);
    assertThat(String.join("\n", texts())).contains("Una lección entera");
    open(robot, Command.ABOUT);
    assertThat(String.join("\n", texts())).contains("la base de los temas");
  }
}
