package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static socketscope.text.Language.ENGLISH;
import static socketscope.text.Language.SPANISH;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.lesson.Family;
import socketscope.text.Language;

class SettingsTest {

  @TempDir private Path folder;

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("kept/settings.properties"));
  }

  private void remember(Settings settings) {
    settings.remember(file());
  }

  private Settings remembered(FirstLook first) {
    return Settings.remembered(file(), first);
  }

  private Settings remembered() {
    return remembered(FirstLook.USUAL);
  }

  @Test
  void whatWasChosenIsRemembered() {
    Settings settings = new Settings();
    settings.languageProperty().set(Language.SPANISH);
    settings.themeProperty().set(Theme.LIGHT);
    settings.reducedMotionProperty().set(true);
    settings.foldedProperty().set(true);
    settings.moreCallsProperty().set(true);
    settings.speedProperty().set(2);
    settings.scaleProperty().set(1.5);
    settings.widthProperty().set(1100);
    settings.heightProperty().set(700);
    settings.maximizedProperty().set(true);
    Plan tried = Plan.free(Exchange.UNIX_SEQPACKET, Family.IPV6, UnixName.ABSTRACT);
    settings.planProperty().set(tried);
    settings.usedProperty().set(List.of("command.FIND", "call.CLIENT.SOCKET"));
    remember(settings);

    Settings later = remembered();
    assertThat(later.languageProperty().get()).isEqualTo(Language.SPANISH);
    assertThat(later.themeProperty().get()).isEqualTo(Theme.LIGHT);
    assertThat(later.reducedMotionProperty().get()).isTrue();
    assertThat(later.foldedProperty().get()).isTrue();
    assertThat(later.moreCallsProperty().get()).isTrue();
    assertThat(later.speedProperty().get()).isEqualTo(2);
    assertThat(later.scaleProperty().get()).isEqualTo(1.5);
    assertThat(later.widthProperty().get()).isEqualTo(1100);
    assertThat(later.heightProperty().get()).isEqualTo(700);
    assertThat(later.maximizedProperty().get()).isTrue();
    assertThat(later.planProperty().get()).isEqualTo(tried);
    assertThat(later.usedProperty().get()).containsExactly("command.FIND", "call.CLIENT.SOCKET");
  }

  @Test
  void whereNothingWasRememberedTheUsualHolds() {
    Settings first = remembered();
    assertThat(first.planProperty().get()).isEqualTo(Plan.FIRST);
    assertThat(first.speedProperty().get()).isEqualTo(1);
    assertThat(first.scaleProperty().get()).isEqualTo(1);
    assertThat(first.reducedMotionProperty().get()).isFalse();
  }

  @Test
  void whatCannotBeIsBroughtIntoBounds() {
    SettingsFile store = file();
    store.put("speed", 0);
    store.put("scale", 100);
    store.put("width", "wide");
    store.save();
    Settings later = remembered();
    assertThat(later.speedProperty().get()).isEqualTo(0.25);
    assertThat(later.scaleProperty().get()).isEqualTo(2.5);
    assertThat(later.widthProperty().get()).isEqualTo(1440);
  }

  @Test
  void listsThatBecomeShorterLoseTheirEnd() {
    Settings settings = new Settings();
    settings.recentProperty().set(List.of("a", "b"));
    remember(settings);
    settings.recentProperty().set(List.of("c"));
    remember(settings);
    assertThat(remembered().recentProperty().get()).containsExactly("c");
  }

  @Test
  void whatNobodyHasChosenIsAsTheDesktopHasItEachTime() {
    FirstLook light = new FirstLook(Optional.empty(), Theme.LIGHT, true);
    Settings settings = remembered(light);
    assertThat(settings.themeProperty().get()).isEqualTo(Theme.LIGHT);
    assertThat(settings.reducedMotionProperty().get()).isTrue();
    remember(settings);
    assertThat(remembered().themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(remembered().reducedMotionProperty().get()).isFalse();

    settings.themeProperty().set(Theme.DARK);
    settings.reducedMotionProperty().set(false);
    remember(settings);
    assertThat(remembered(light).themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(remembered(light).reducedMotionProperty().get()).isFalse();
  }

  @Test
  void theLanguageThatTheCommandLineAsksForHoldsForItsWindow() {
    Settings chosen = new Settings();
    chosen.languageProperty().set(Language.ofSystem() == ENGLISH ? SPANISH : ENGLISH);
    remember(chosen);
    Language other = Language.ofSystem();
    FirstLook asked = new FirstLook(Optional.of(other), Theme.DARK, false);
    Settings settings = remembered(asked);
    assertThat(settings.languageProperty().get()).isEqualTo(other);
    remember(settings);
    assertThat(remembered().languageProperty().get()).isEqualTo(chosen.languageProperty().get());
  }
}
