package socketscope.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** A piece of Markdown as nodes, one for each of its blocks, from top to bottom. */
public final class MarkdownPage extends AbstractVisitor {

  private static final Parser PARSER = Parser.builder().build();

  private final List<Node> blocks = new ArrayList<>();

  private MarkdownPage() {}

  /** The blocks of that text. */
  public static List<Node> of(String markdown) {
    List<Node> blocks = new ArrayList<>();
    for (MarkdownPart part : MarkdownPart.of(markdown)) {
      if (part.table()) {
        blocks.add(MarkdownTable.of(part.lines()));
      } else {
        blocks.addAll(blocksIn(PARSER.parse(String.join("\n", part.lines()))));
      }
    }
    return List.copyOf(blocks);
  }

  private static List<Node> blocksIn(org.commonmark.node.Node parent) {
    MarkdownPage page = new MarkdownPage();
    page.visitChildren(parent);
    return List.copyOf(page.blocks);
  }

  private void add(Node block, String... styleClasses) {
    block.getStyleClass().addAll(styleClasses);
    blocks.add(block);
  }

  private static VBox column(org.commonmark.node.Node parent) {
    return new VBox(blocksIn(parent).toArray(Node[]::new));
  }

  private static TextFlow flow(org.commonmark.node.Node parent) {
    return new TextFlow(InlineText.of(parent).toArray(Node[]::new));
  }

  @Override
  public void visit(Paragraph paragraph) {
    add(flow(paragraph), "md-paragraph");
  }

  @Override
  public void visit(Heading heading) {
    add(flow(heading), "md-heading", "md-heading-" + heading.getLevel());
  }

  @Override
  public void visit(BlockQuote quote) {
    add(column(quote), "md-quote");
  }

  @Override
  public void visit(BulletList list) {
    addList(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    addList(list, first == null ? 1 : first);
  }

  /**
   * Adds a list.
   *
   * @param first the number of its first item; 0 for bullets
   */
  private void addList(ListBlock list, int first) {
    VBox items = new VBox();
    int number = first;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      Label marker = new Label(first == 0 ? "•" : number++ + ".");
      marker.getStyleClass().add("md-marker");
      marker.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = column(item);
      content.getStyleClass().add("md-item");
      HBox.setHgrow(content, Priority.ALWAYS);
      items.getChildren().add(new HBox(marker, content));
    }
    add(items, "md-list", list.isTight() ? "md-tight" : "md-loose");
  }

  @Override
  public void visit(FencedCodeBlock code) {
    addCode(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    addCode(code.getLiteral());
  }

  /** HTML is shown as it is written, like code. */
  @Override
  public void visit(HtmlBlock html) {
    addCode(html.getLiteral());
  }

  private void addCode(String text) {
    Label code = new Label(text.stripTrailing());
    code.setWrapText(true);
    code.setMinHeight(Region.USE_PREF_SIZE);
    code.setMaxWidth(Double.MAX_VALUE);
    add(code, "code", "md-code-block");
  }

  @Override
  public void visit(ThematicBreak rule) {
    add(new Region(), "md-rule");
  }
}
