package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.diagram.CallRow;
import socketscope.text.Language;

class HtmlComparisonTest {

  private static String page() {
    return ComparedTraces.page(false, Language.ENGLISH);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPlaceIsFilled(Language language) {
    assertThat(ComparedTraces.page(true, language))
        .doesNotContain("{{")
        .contains("lang=\"" + language.code() + "\"", "captured-tcp", "captured-refused");
  }

  @Test
  void everyRowIsInTheListInBothPicturesAndBetweenThem() {
    int rows = ComparedTraces.comparison().rows();

    assertThat(count(page(), "<li ")).isEqualTo(rows);
    assertThat(count(page(), "class=\"row-ground\"")).isEqualTo(3L * rows);
    assertThat(page()).contains("max=\"" + rows + "\"");
  }

  @Test
  void whatDiffersIsMarkedAndSaid() {
    String line = "client connect: 0 | ECONNREFUSED";

    assertThat(page()).contains("data-difference=\"≠ " + line, " data-differs", ">≠</text>");
    assertThat(ComparedTraces.comparison().differing()).isNotEmpty();
  }

  /** Who steps through it is not told before the call has returned on both sides. */
  @Test
  void aDifferenceIsNotToldBeforeItIsKnown() {
    Comparison comparison = ComparedTraces.comparison();
    KnownRows known = new KnownRows(comparison);
    int connect =
        IntStream.range(0, comparison.stretches().size())
            .filter(i -> names(comparison.stretches().get(i), "connect"))
            .findFirst()
            .orElseThrow();
    int row = known.of(connect);

    assertThat(row).isGreaterThan(comparison.stretches().get(connect).row());
    assertThat(returns(comparison, "connect")).isNotEmpty().allMatch(returned -> returned <= row);
  }

  private static boolean names(Stretch stretch, String function) {
    return stretch.left() != null && stretch.left().call().function().cName().equals(function);
  }

  private static List<Integer> returns(Comparison comparison, String function) {
    return IntStream.range(0, comparison.rows())
        .filter(i ->
            List.of(comparison.left(), comparison.right()).stream()
                .map(diagram -> diagram.rows().get(i))
                .anyMatch(row ->
                    row instanceof CallRow call
                        && call.phase() == CallRow.Phase.RETURN
                        && call.call() != null
                        && call.call().function().cName().equals(function)))
        .boxed()
        .toList();
  }

  @Test
  void namesNoOtherPage() {
    String page = page().replace("http://www.w3.org/2000/svg", "");

    assertThat(page).doesNotContain("http:", "https:", "src=", "href=", "url(/", "@import");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void twoExperimentsOfWhichNothingIsKnownHaveAPage() {
    HtmlComparison.Side nothing = new HtmlComparison.Side("<b>nothing</b>", List.of());
    String page = HtmlComparison.of(nothing, nothing, false, Language.ENGLISH, ZoneOffset.UTC);

    assertThat(page).contains("max=\"0\"", "no differences").doesNotContain("<b>nothing");
  }
}
