package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.text.Language;

class SvgDiagramTest {

  private static final DiagramWords WORDS = DiagramWords.in(Language.ENGLISH);

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void isWellFormedAndHasATitleForEveryRow(Palette palette) throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      Diagram diagram = Diagram.of(new RandomEvents(seed).list(100));
      Document document = parse(SvgDiagram.of(diagram, WORDS, palette, "a < b & \"c\" \u0001"));

      NodeList titles = document.getElementsByTagName("title");
      assertThat(titles.getLength()).isEqualTo(diagram.rows().size() + 1);
      assertThat(titles.item(0).getTextContent()).isEqualTo("a < b & \"c\" \ufffd");
    }
  }

  @Test
  void dataOfTheProgramsIsTextAndNoMarkup() throws Exception {
    EventScript recording = new EventScript();
    recording.call("client#1", "send(5, \"</text><a>\", 0)", 10);

    Document document =
        parse(SvgDiagram.of(Diagram.of(recording.events()), WORDS, Palette.DARK, "x"));

    assertThat(document.getElementsByTagName("a").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent()).contains("</text><a>");
  }

  @Test
  void palettesDiffer() {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());

    assertThat(SvgDiagram.of(diagram, WORDS, Palette.DARK, "x"))
        .isNotEqualTo(SvgDiagram.of(diagram, WORDS, Palette.LIGHT, "x"));
    assertThat(Palette.DARK.colors().values()).allMatch(color -> color.matches("#[0-9a-f]{6}"));
  }
}
