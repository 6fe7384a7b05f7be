package socketscope.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.doctor.Check;
import socketscope.doctor.Doctor;
import socketscope.failure.Failures;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.Application;
import socketscope.ui.wording.Words;

/** What this machine can show, and what to do for more. It is tried when the page is opened. */
public final class DoctorPage {

  private final Words words;
  private final Executor window;

  /**
   * The page in those words.
   *
   * @param window runs a task on the JavaFX thread
   */
  public DoctorPage(Words words, Executor window) {
    this.words = words;
    this.window = window;
  }

  /** The page, which fills once everything has been tried. */
  public Node make() {
    VBox page = new VBox(8);
    page.setId("doctor");
    page.getChildren().add(new Label(words.get("doctor.trying")));
    Doctor doctor = Doctor.in(words.language());
    Thread.ofPlatform().daemon().name("doctor").start(() -> examine(doctor, page));
    return page;
  }

  private void examine(Doctor doctor, VBox page) {
    try {
      List<Check> checks = new ArrayList<>(doctor.examine());
      checks.add(doctor.display(true));
      window.execute(() -> show(doctor, checks, page));
    } catch (UnsupportedKernelException e) {
      window.execute(() -> page.getChildren().setAll(sentence(words.get("fault.kernel"))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      window.execute(() -> page.getChildren().setAll(sentence(words.get("doctor.failed"))));
    }
  }

  private void show(Doctor doctor, List<Check> checks, VBox page) {
    List<Node> lines = new ArrayList<>();
    checks.forEach(check -> lines.add(line(doctor, check)));
    Button copy = new Button(words.get("doctor.copy"), new FontIcon(Feather.COPY));
    copy.setId("doctor-copy");
    copy.setOnAction(_ -> copy(doctor, checks));
    lines.add(copy);
    page.getChildren().setAll(lines);
  }

  private static Node line(Doctor doctor, Check check) {
    FontIcon mark = new FontIcon(check.granted() ? Feather.CHECK : Feather.X);
    mark.getStyleClass().add(check.granted() ? "doctor-yes" : "doctor-no");
    Label sentence = sentence(check.sentence());
    HBox line = new HBox(10, mark, sentence);
    line.setAlignment(Pos.TOP_LEFT);
    line.setAccessibleText(doctor.mark(check) + ": " + check.sentence());
    return line;
  }

  private static Label sentence(String text) {
    Label sentence = new Label(text);
    sentence.setWrapText(true);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    return sentence;
  }

  private static void copy(Doctor doctor, List<Check> checks) {
    String head = Application.nameAndVersion() + " · " + Application.system() + "\n";
    ClipboardContent content = new ClipboardContent();
    content.putString(
        checks.stream()
            .map(check -> doctor.mark(check) + "\t" + check.sentence() + "\n")
            .collect(Collectors.joining("", head, "")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
