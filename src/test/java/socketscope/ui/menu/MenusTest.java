package socketscope.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.lesson.Family;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuEntry.Gives;
import socketscope.ui.menu.MenuEntry.Listing;
import socketscope.ui.menu.MenuEntry.Opens;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Theme;
import socketscope.ui.model.UnixName;

class MenusTest {

  private static final Opens BAR = new Opens("menu", List.copyOf(Menus.all()));

  private static Stream<MenuEntry> within(MenuEntry entry) {
    return entry instanceof Opens opens
        ? Stream.concat(Stream.of(entry), opens.entries().stream().flatMap(MenusTest::within))
        : Stream.of(entry);
  }

  private static List<MenuEntry> all() {
    return Menus.all().stream().flatMap(MenusTest::within).toList();
  }

  private static Stream<Gives> commands() {
    return all().stream().filter(Gives.class::isInstance).map(Gives.class::cast);
  }

  @Test
  void everyCommandStandsInAMenuSinceItsKeysWorkThroughItsItem() {
    assertThat(commands().map(Gives::command)).contains(Command.values());
  }

  @Test
  void everyListIsInAMenu() {
    assertThat(all().stream().filter(MenuEntry.Listed.class::isInstance))
        .extracting(entry -> ((MenuEntry.Listed) entry).listing())
        .containsExactlyInAnyOrder(Listing.values());
  }

  @Test
  void noTwoCommandsHaveTheSameKeys() {
    List<String> keys =
        Arrays.stream(Command.values())
            .flatMap(command -> command.keys().stream())
            .map(Object::toString)
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void allNamesAreThereInEachLanguage(Language language) {
    Texts texts = Texts.of("ui", language);
    assertThat(commands().map(Gives::key)).allMatch(texts::has);
    assertThat(all().stream().filter(Opens.class::isInstance).map(entry -> ((Opens) entry).key()))
        .allMatch(texts::has);
  }

  @ParameterizedTest
  @EnumSource
  void eachItemOfAMenuHasALetterOfItsOwnInItsName(Language language) {
    Stream.concat(Stream.of(BAR), all().stream().filter(Opens.class::isInstance))
        .map(Opens.class::cast)
        .forEach(menu -> {
          List<String> keys = menu.entries().stream().flatMap(MenusTest::keys).toList();
          List<String> letters = new ArrayList<>();
          for (String key : keys) {
            String letter = Mnemonics.letter(key, language).toUpperCase(Locale.ROOT);
            letters.add(letter);
            assertThat(name(key, language).toUpperCase(Locale.ROOT)).as(key).contains(letter);
          }
          assertThat(letters)
              .as("%s in %s", menu.key(), language)
              .isNotEmpty()
              .allMatch(letter -> letter.length() == 1)
              .doesNotHaveDuplicates();
        });
  }

  private static String name(String key, Language language) {
    return Texts.of(key.startsWith("chapter.") ? "lesson" : "ui", language).get(key);
  }

  private static Stream<String> keys(MenuEntry entry) {
    return switch (entry) {
      case Gives gives -> Stream.of(gives.key());
      case Opens opens -> Stream.of(opens.key());
      case MenuEntry.Line _ -> Stream.empty();
      case MenuEntry.Listed(Listing listing) -> keys(listing);
    };
  }

  private static Stream<String> keys(Listing listing) {
    return switch (listing) {
      case RECENT -> Stream.of("recent.clear");
      case EXCHANGES -> keys("exchange.", Exchange.values());
      case FAMILIES ->
          Stream.concat(keys("family.", Family.values()), keys("unix-name.", UnixName.values()));
      case FILTERS ->
          Stream.of("filter.acks", "filter.probes", "filter.repeats", "filter.all", "filter.none");
      case THEMES -> keys("theme.", Theme.values());
      case LANGUAGES -> keys("language.", Language.values());
      case LESSONS ->
          Stream.concat(
              Stream.of("lesson.free"),
              Lessons.chapters(Language.ENGLISH).stream().map(each -> "chapter." + each.id()));
    };
  }

  private static Stream<String> keys(String before, Object[] values) {
    return Arrays.stream(values).map(value -> before + value);
  }

  @Test
  void theLetterIsMarkedRatherAtTheBeginningOfAWord() {
    assertThat(Mnemonics.mark("Diagram as PNG…", "N")).isEqualTo("Diagram as P_NG…");
    assertThat(Mnemonics.mark("Larger text", "T")).isEqualTo("Larger _text");
    assertThat(Mnemonics.mark("AF_UNIX · stream", "S")).isEqualTo("AF__UNIX · _stream");
  }

  @Test
  void theMarkedLetterIsFoundAgain() {
    assertThat(Mnemonics.marked("AF__UNIX · _stream")).isEqualTo("s");
    assertThat(Mnemonics.marked("_1  a__b")).isEqualTo("1");
    assertThat(Mnemonics.marked("a__b")).isEmpty();
  }

  @Test
  void theFirstNineOfAListHaveTheirNumber() {
    assertThat(Mnemonics.numbered(9, "a_b")).isEqualTo("_9  a__b");
    assertThat(Mnemonics.numbered(10, "a_b")).isEqualTo("a__b");
  }
}
