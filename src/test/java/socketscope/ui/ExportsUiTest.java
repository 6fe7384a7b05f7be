package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.print.Printer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.w3c.dom.Document;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ProgramStarted;
import socketscope.text.Language;
import socketscope.ui.command.Command;
import socketscope.ui.model.Plan;

class ExportsUiTest {

  @TempDir Path folder;

  @RegisterExtension
  final TestWindow window = new TestWindow(opened -> opened.parts.controller.begin(Plan.FIRST));

  @BeforeEach
  void makeASocket(FxRobot robot) {
    var status = window.parts.recording.statusProperty();
    TestWindow.until(
        "the server runs",
        () -> status.get().program("server").filter(server -> server.running()).isPresent());
    robot.interact(() -> window.find("#server-socket .call-button", Button.class).fire());
    TestWindow.until("a socket", () -> text("#server-socket .call-result").startsWith("= "));
  }

  private String text(String selector) {
    return window.find(selector, Labeled.class).getText();
  }

  /** Chooses that item of the menu; its file is of that name. */
  private Path choose(FxRobot robot, Command command, String name) {
    Path file = folder.resolve(name);
    window.pick(file);
    robot.interact(() -> window.menuItem(command).fire());
    return file;
  }

  @Test
  void thePictureIsWrittenAsSvg(FxRobot robot) throws Exception {
    Path file = choose(robot, Command.EXPORT_SVG, "picture.svg");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document picture = parsers.newDocumentBuilder().parse(file.toFile());
    assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(picture.getDocumentElement().getTextContent()).contains("socket " + result());
    assertThat(text("#notice .label")).contains("picture.svg");
  }

  private String result() {
    return text("#server-socket .call-result");
  }

  @Test
  void thePictureIsWrittenAsPng(FxRobot robot) throws Exception {
    BufferedImage picture = ImageIO.read(choose(robot, Command.EXPORT_PNG, "picture.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(1000);
    assertThat(colours(picture)).as("not an empty sheet").isGreaterThan(10);
    assertThat(text("#notice .label")).contains("picture.png");
  }

  private static long colours(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(pixels).distinct().count();
  }

  @Test
  void thePictureIsWrittenAsTextInTheLanguageOfTheMoment(FxRobot robot) throws Exception {
    robot.interact(() -> window.settings.languageProperty().set(Language.SPANISH));
    Path file = choose(robot, Command.EXPORT_TEXT, "picture.txt");
    assertThat(Files.readString(file)).contains("server", "programa", "socket " + result());
    assertThat(text("#notice .label")).contains("Guardado").contains("picture.txt");
  }

  @Test
  void thePictureIsWrittenForMermaid(FxRobot robot) throws Exception {
    Path file = choose(robot, Command.EXPORT_MERMAID, "picture.mmd");
    assertThat(Files.readString(file))
        .startsWith("sequenceDiagram\n")
        .contains("socket " + result());
    assertThat(text("#notice .label")).contains("picture.mmd");
  }

  @Test
  void packetsAreWrittenForWiresharkOrItIsSaidThatThereAreNone(FxRobot robot) throws Exception {
    TestWindow.until("the capture", () -> !captures().isEmpty());
    Path file = choose(robot, Command.EXPORT_PACKETS, "packets.pcapng");
    if (captures().getFirst().method() == CaptureMethod.NONE) {
      assertThat(file).doesNotExist();
      assertThat(text("#notice .label")).contains("No packets were captured");
    } else {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(Arrays.copyOf(bytes, 4)).containsExactly(0x0a, 0x0d, 0x0d, 0x0a);
      assertThat(text("#notice .label")).contains("packets.pcapng");
    }
  }

  private List<CaptureStarted> captures() {
    return window.parts.recording.all().stream()
        .filter(CaptureStarted.class::isInstance)
        .map(CaptureStarted.class::cast)
        .toList();
  }

  @Test
  void theTranscriptIsCopiedAsItIsShown(FxRobot robot) throws Exception {
    TestWindow.until(
        "both programs",
        () ->
            window.parts.recording.all().stream().filter(ProgramStarted.class::isInstance).count()
                == 2);
    choose(robot, Command.COPY_TRANSCRIPT, "none");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .isEqualTo(window.parts.view.inspector.transcript())
        .contains("socket(AF_INET, SOCK_STREAM, 0) " + result());
  }

  @Test
  void thePictureIsCopiedAsTextAsSvgAndAsAnImage(FxRobot robot) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String[] copied = new String[1];
    robot.interact(() -> window.menuItem(Command.COPY_TEXT).fire());
    robot.interact(() -> copied[0] = clipboard.getString());
    assertThat(copied[0]).contains("server", "socket " + result());
    robot.interact(() -> window.menuItem(Command.COPY_SVG).fire());
    robot.interact(() -> {
      copied[0] = clipboard.getString();
      assertThat(clipboard.hasContent(DataFormat.lookupMimeType("image/svg+xml"))).isTrue();
    });
    assertThat(copied[0]).startsWith("<svg ");
    robot.interact(() -> window.menuItem(Command.COPY_PNG).fire());
    robot.interact(() -> assertThat(clipboard.getImage().getWidth()).isGreaterThan(1000));
    assertThat(text("#notice .label")).contains("image");
  }

  @Test
  void thePictureAndTheTranscriptAreWrittenForPaperAndForReadingAloud(FxRobot robot)
      throws Exception {
    assertThat(choose(robot, Command.EXPORT_PDF, "picture.pdf")).isNotEmptyFile();
    assertThat(Files.readString(choose(robot, Command.EXPORT_TRANSCRIPT, "words.html")))
        .contains("<html lang=\"en\">", "server");
  }

  @Test
  void whereThereIsNoPrinterTheDocumentIsOffered(FxRobot robot) {
    assumeThat(Printer.getAllPrinters()).isEmpty();
    Path file = folder.resolve("instead.pdf");
    window.pick(file);
    robot.interact(() -> window.menuItem(Command.PRINT).fire());
    assertThat(text("#notice .label")).contains("No printer");
    robot.interact(() -> window.find("#notice #offer", Button.class).fire());
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void aFileThatCannotBeWrittenIsOneSentence(FxRobot robot) throws Exception {
    choose(robot, Command.EXPORT_SVG, "no-such-folder/picture.svg");
    assertThat(text("#notice .label")).contains("picture.svg").contains("could not be written");
  }

  @Test
  void nothingIsWrittenWhereNoFileWasPicked(FxRobot robot) throws Exception {
    window.pick(null);
    robot.interact(() -> window.parts.commands().run(Command.EXPORT_SVG));
    assertThat(window.parts.notices.currentProperty().get()).isNull();
  }
}
