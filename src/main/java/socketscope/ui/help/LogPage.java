package socketscope.ui.help;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.failure.LogFile;
import socketscope.ui.wording.Words;

/** What has failed in Socketscope itself, as it was logged, and where that is kept. */
public final class LogPage {

  /** The log may be longer than a page can show at once; what came last is at its end. */
  private static final int LONGEST = 20_000;

  private final Words words;
  private final LogFile log;

  /** The page in those words. */
  public LogPage(Words words, LogFile log) {
    this.words = words;
    this.log = log;
  }

  /** The page, with what the log says now. */
  public Node make() {
    String text = log.text();
    VBox page = new VBox(12);
    page.setId("log");
    Label about = new Label(words.get(text.isEmpty() ? "log.empty" : "log.about", log.path()));
    about.setWrapText(true);
    about.getStyleClass().add("prose");
    page.getChildren().add(about);
    if (!text.isEmpty()) {
      Button copy = new Button(words.get("log.copy"), new FontIcon(Feather.COPY));
      copy.setId("log-copy");
      copy.setOnAction(_ -> copy(text));
      String end = text.substring(Math.max(0, text.length() - LONGEST));
      Label content = new Label(end.strip().replace("\t", "  "));
      content.setId("log-text");
      content.setWrapText(true);
      content.getStyleClass().add("code");
      page.getChildren().addAll(copy, content);
    }
    return page;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
