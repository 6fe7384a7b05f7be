package socketscope.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class MarkdownPageTest {

  /** The page as text: what each node is, and its words. */
  private static List<String> page(String markdown) {
    return MarkdownPage.of(markdown).stream().map(MarkdownPageTest::written).toList();
  }

  private static String written(Node node) {
    return switch (node) {
      case Text text -> styles(text) + text.getText();
      case Label label -> styles(label) + label.getText();
      case Parent parent ->
          styles(parent)
              + parent.getChildrenUnmodifiable().stream()
                  .map(MarkdownPageTest::written)
                  .collect(Collectors.joining("|", "[", "]"));
      default -> throw new AssertionError(node);
    };
  }

  private static String styles(Node node) {
    String styles =
        node.getStyleClass().stream()
            .filter(style -> style.startsWith("md-") && !style.equals("md-text"))
            .map(style -> style.substring(3))
            .collect(Collectors.joining(" "));
    return styles.isEmpty() || node instanceof Parent && !(node instanceof Label)
        ? styles
        : styles + ":";
  }

  @Test
  void paragraphsKeepTheirMarks() {
    assertThat(page("One *two* **three** `bind()`\nfour.\n\nFive."))
        .containsExactly(
            "paragraph[One |emphasis:two| |strong:three| |code:bind()| |four.]",
            "paragraph[Five.]");
  }

  @Test
  void marksInsideOfMarksAddUp() {
    assertThat(page("**a *b* `c`**"))
        .containsExactly("paragraph[strong:a |emphasis strong:b|strong: |code strong:c]");
  }

  @Test
  void headingsKnowTheirLevel() {
    assertThat(page("# A `b`\n\n### C"))
        .containsExactly("heading heading-1[A |code:b]", "heading heading-3[C]");
  }

  @Test
  void listsAreNumberedAsTheySay() {
    assertThat(page("3. a\n4. b\n\n- c\n  - d"))
        .containsExactly(
            "list tight[[marker:3.|item[paragraph[a]]]|[marker:4.|item[paragraph[b]]]]",
            "list tight[[marker:•|item[paragraph[c]|list tight[[marker:•|item[paragraph[d]]]]]]]");
  }

  @Test
  void quotesCodeAndRulesAreBlocks() {
    assertThat(page("> q\n\n```c\nint x;\n  y\n```\n\n    z\n\n---"))
        .containsExactly("quote[paragraph[q]]", "code-block:int x;\n  y", "code-block:z", "rule[]");
  }

  @Test
  void aLinkSaysWhereItWouldLead() {
    assertThat(page("[RFC *9293*](https://www.rfc-editor.org/rfc/rfc9293) <https://example.org>"))
        .containsExactly(
            "paragraph[link:RFC |emphasis link:9293"
                + "|destination: (https://www.rfc-editor.org/rfc/rfc9293)"
                + "| |link:https://example.org]");
  }

  @Test
  void htmlIsShownAsItIsWritten() {
    assertThat(page("a <b>c</b>\n\n<p>d</p>"))
        .containsExactly("paragraph[a |<b>|c|</b>]", "code-block:<p>d</p>");
  }

  @Test
  void aLineBreakIsKept() {
    assertThat(page("a\\\nb")).containsExactly("paragraph[a|\n|b]");
  }
}
