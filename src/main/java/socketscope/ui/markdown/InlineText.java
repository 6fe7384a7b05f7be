package socketscope.ui.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.text.Text;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The words of a paragraph or a heading, each in the styles of the marks around it. */
final class InlineText extends AbstractVisitor {

  private final List<Text> words = new ArrayList<>();
  private final Deque<String> styles = new ArrayDeque<>();

  private InlineText() {}

  static List<Text> of(Node block) {
    InlineText text = new InlineText();
    text.visitChildren(block);
    return List.copyOf(text.words);
  }

  private void add(String text) {
    Text word = new Text(text);
    word.getStyleClass().add("md-text");
    word.getStyleClass().addAll(styles);
    words.add(word);
  }

  private void styled(String style, Runnable content) {
    styles.push(style);
    content.run();
    styles.pop();
  }

  @Override
  public void visit(org.commonmark.node.Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled("md-emphasis", () -> visitChildren(emphasis));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled("md-strong", () -> visitChildren(strong));
  }

  @Override
  public void visit(Code code) {
    styled("md-code", () -> add(code.getLiteral()));
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add("\n");
  }

  @Override
  public void visit(HtmlInline html) {
    add(html.getLiteral());
  }

  /** A link leads nowhere from here, so it says where it would. */
  @Override
  public void visit(Link link) {
    int before = words.size();
    styled("md-link", () -> visitChildren(link));
    String shown = String.join("", words.stream().skip(before).map(Text::getText).toList());
    if (!shown.equals(link.getDestination())) {
      styled("md-destination", () -> add(" (" + link.getDestination() + ")"));
    }
  }
}
