package socketscope.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final List<PaletteEntry> ENTRIES =
      List.of(
          entry("New experiment", "Experimento nuevo", "File"),
          entry("Export the diagram as PNG…", "Exportar el diagrama como PNG…", "File ▸ Export"),
          entry("Export the diagram as SVG…", "Exportar el diagrama como SVG…", "File ▸ Export"),
          entry("Español", "English", "View ▸ Language"),
          entry("client: connect(5, 127.0.0.1:5000)", "", "Call"),
          entry("The connection is refused", "La conexión se rechaza", "Lesson"));

  private static PaletteEntry entry(String title, String other, String where) {
    return new PaletteEntry(
        title,
        PaletteEntry.Kind.COMMAND,
        title,
        List.of(),
        List.of(other),
        where,
        "",
        true,
        () -> {});
  }

  private static PaletteEntry entry(String title, List<String> words, List<String> foreign) {
    return new PaletteEntry(
        title, PaletteEntry.Kind.COMMAND, title, words, foreign, "", "", true, () -> {});
  }

  private static List<String> found(String typed, String... recent) {
    return titles(Ranking.of(typed, ENTRIES, List.of(recent)).stream());
  }

  private static List<String> titles(Stream<Ranking.Found> found) {
    return found.map(each -> each.entry().title()).toList();
  }

  @Test
  void withoutALetterAllAreThereTheLastUsedOnesFirst() {
    assertThat(found("")).hasSize(6).first().isEqualTo("New experiment");
    assertThat(found("", "Español", "Export the diagram as SVG…"))
        .startsWith("Español", "Export the diagram as SVG…", "New experiment");
  }

  @Test
  void theBeginningOfTheNameComesBeforeThatOfAWord() {
    assertThat(found("exp")).startsWith("Export the diagram as PNG…", "Export the diagram as SVG…");
    assertThat(found("exp").subList(0, 3)).contains("New experiment");
  }

  @Test
  void eachWordTypedHasToBeFoundInAnyOrder() {
    assertThat(found("svg exp")).containsExactly("Export the diagram as SVG…");
  }

  @Test
  void theFirstLettersOfWordsFind() {
    assertThat(found("edp")).startsWith("Export the diagram as PNG…");
  }

  @Test
  void lettersInTheirOrderFindWhereTheyAreNear() {
    assertThat(found("conct")).contains("client: connect(5, 127.0.0.1:5000)");
    assertThat(found("nt0")).doesNotContain("New experiment");
  }

  @Test
  void accentsAndCapitalsMakeNoDifference() {
    assertThat(found("ESPANOL")).startsWith("Español");
    assertThat(found("conexion")).containsExactly("The connection is refused");
  }

  @Test
  void theWordsOfTheOtherLanguageFindAfterTheNames() {
    assertThat(found("exportar png")).containsExactly("Export the diagram as PNG…");
    assertThat(found("english")).containsExactly("Español");
  }

  @Test
  void theLanguageOfTheWindowComesFirst() {
    List<PaletteEntry> entries =
        List.of(
            entry("Keys", List.of(), List.of("Final tema")),
            entry("Appearance", List.of("tema"), List.of()),
            entry("Tematic", List.of(), List.of()),
            entry("The row after", List.of(), List.of()),
            entry("Sistema", List.of(), List.of()));
    assertThat(titles(Ranking.of("tema", entries, List.of()).stream()))
        .containsExactly("Tematic", "Sistema", "Appearance", "Keys");
  }

  @Test
  void whatMakesNoSenseNowComesAfterWhatFitsAsWell() {
    PaletteEntry impossible =
        new PaletteEntry(
            "1", PaletteEntry.Kind.COMMAND, "Print", List.of(), List.of(), "", "", false, () -> {});
    List<PaletteEntry> entries = List.of(impossible, entry("Prints of feet", List.of(), List.of()));
    assertThat(titles(Ranking.of("print", entries, List.of()).stream()))
        .containsExactly("Prints of feet", "Print");
  }

  @Test
  void theMenuFindsWhatStandsInIt() {
    assertThat(found("file new")).startsWith("New experiment");
  }

  @Test
  void whatWasUsedComesBeforeItsEquals() {
    assertThat(found("export", "Export the diagram as SVG…"))
        .startsWith("Export the diagram as SVG…", "Export the diagram as PNG…");
  }

  @Test
  void whatFitsNowhereFindsNothing() {
    assertThat(found("zzz")).isEmpty();
  }

  @Test
  void theLettersThatWereMeantAreMarked() {
    Match match = Match.of("dia exp", "Export the diagram").orElseThrow();
    assertThat(match.letters().toString()).isEqualTo("{0, 1, 2, 11, 12, 13}");
  }
}
