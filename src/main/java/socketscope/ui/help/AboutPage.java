package socketscope.ui.help;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import socketscope.lab.Application;
import socketscope.ui.wording.Words;

/** What this is, in which versions, and what it is made with. */
public final class AboutPage {

  private final Words words;

  /** The page in those words. */
  public AboutPage(Words words) {
    this.words = words;
  }

  /** The page. */
  public Node make() {
    VBox page = new VBox(12);
    page.getChildren()
        .addAll(prose(words.get("about.text", Application.nameAndVersion())), prose(versions()));
    page.getChildren().add(DocumentPage.page(Documents.text("third-party", words.language())));
    return page;
  }

  /** The versions, one a line, as one would write them into a report of a fault. */
  private String versions() {
    List<String> lines =
        List.of(
            words.get("about.version", Application.version()),
            words.get("about.java", System.getProperty("java.runtime.version")),
            words.get("about.javafx", System.getProperty("javafx.runtime.version")),
            words.get("about.system", Application.system(), System.getProperty("os.arch")));
    return String.join("\n", lines);
  }

  private static Label prose(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("prose");
    return label;
  }
}
