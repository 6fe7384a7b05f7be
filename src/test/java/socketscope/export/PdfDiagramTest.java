package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.event.Event;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.text.Language;

class PdfDiagramTest {

  private static final Pattern ENTRY = Pattern.compile("(\\d{10}) 00000 n ");
  private static final Pattern STREAM = Pattern.compile("/Length (\\d+) /Filter");

  private static LayoutOptions options() {
    return LayoutOptions.screen(960, DiagramWords.in(Language.ENGLISH));
  }

  private static byte[] pdf(List<Event> events) {
    return PdfDiagram.of(Diagram.of(events), options(), Palette.LIGHT, "Prueba");
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void theTableSaysWhereEachObjectIs() {
    String file = text(pdf(Experiments.tcpEcho()));
    assertThat(file).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
    Matcher entries = ENTRY.matcher(file);
    int number = 0;
    while (entries.find()) {
      number++;
      assertThat(file.substring(Integer.parseInt(entries.group(1)))).startsWith(number + " 0 obj");
    }
    assertThat(number).isGreaterThan(5);
    String start = file.substring(file.indexOf("startxref\n") + 10, file.indexOf("\n%%EOF"));
    assertThat(file.substring(Integer.parseInt(start))).startsWith("xref\n");
  }

  @Test
  void thePageHoldsTheTextOfTheDiagram() throws Exception {
    byte[] file = pdf(Experiments.tcpEcho());
    Matcher stream = STREAM.matcher(text(file));
    assertThat(stream.find()).isTrue();
    int from = text(file).indexOf("stream\n", stream.end()) + 7;
    byte[] content = new byte[1 << 22];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(file, from, Integer.parseInt(stream.group(1)));
      int length = inflater.inflate(content);
      assertThat(new String(content, 0, length, StandardCharsets.ISO_8859_1))
          .contains(PdfText.shown("client"))
          .contains(" Tj ET", " cm\n", "f\n");
    }
  }

  @Test
  void aLongDiagramIsCutBetweenRowsAndNothingIsLost() {
    Picture picture = Layout.of(Diagram.of(new RandomEvents(1).list(400)), options());
    List<Pages.Page> pages = Pages.of(picture, 600);
    assertThat(pages).hasSizeGreaterThan(3);
    assertThat(pages.stream().flatMap(page -> page.rows().stream()))
        .containsExactlyElementsOf(picture.rows());
    for (int i = 1; i < pages.size(); i++) {
      assertThat(pages.get(i).top()).isEqualTo(pages.get(i - 1).bottom());
      RowShape first = pages.get(i).rows().getFirst();
      assertThat(first.box().y()).isEqualTo(pages.get(i).top());
    }
    for (Pages.Page page : pages.subList(0, pages.size() - 1)) {
      assertThat(page.bottom() - page.top()).isLessThanOrEqualTo(600);
    }
  }

  @Test
  void numbersAreWrittenWithoutIdleZeros() {
    String file = text(pdf(Experiments.tcpEcho()));
    assertThat(file).contains("/MediaBox [0 0 595.28 841.89]", "/Count 1");
  }
}
