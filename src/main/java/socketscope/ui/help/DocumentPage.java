package socketscope.ui.help;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import socketscope.text.Language;
import socketscope.ui.markdown.MarkdownPage;

/** A document that comes with the application. */
public final class DocumentPage {

  private DocumentPage() {}

  /** How lessons are written. */
  public static Node lessons(Language language) {
    return page(Documents.text("lessons", language));
  }

  static VBox page(String markdown) {
    VBox page = new VBox();
    page.getChildren().setAll(MarkdownPage.of(markdown));
    page.getStyleClass().add("lesson-prose");
    return page;
  }
}
