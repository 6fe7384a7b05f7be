package socketscope.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuEntry.Gives;
import socketscope.ui.menu.MenuEntry.Opens;

class MenusTest {

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
  void eachMenuOpensWithALetterOfItsOwn(Language language) {
    Texts texts = Texts.of("ui", language);
    List<String> letters =
        Menus.all().stream()
            .map(menu -> texts.get(menu.key()))
            .map(name -> name.substring(name.indexOf('_') + 1, name.indexOf('_') + 2))
            .map(letter -> letter.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(letters).hasSize(6).doesNotHaveDuplicates().allMatch(letter -> !letter.isBlank());
  }
}
