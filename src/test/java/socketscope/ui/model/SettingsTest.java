package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import org.junit.jupiter.api.Test;
import socketscope.lesson.Family;
import socketscope.text.Language;

class SettingsTest {

  private final Memory store = new Memory();

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
    settings.remember(store);

    Settings later = Settings.remembered(store);
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
    Settings first = Settings.remembered(store);
    assertThat(first.planProperty().get()).isEqualTo(Plan.FIRST);
    assertThat(first.speedProperty().get()).isEqualTo(1);
    assertThat(first.scaleProperty().get()).isEqualTo(1);
    assertThat(first.reducedMotionProperty().get()).isFalse();
  }

  @Test
  void whatCannotBeIsBroughtIntoBounds() {
    store.putDouble("speed", 0);
    store.putDouble("scale", 100);
    Settings later = Settings.remembered(store);
    assertThat(later.speedProperty().get()).isEqualTo(0.25);
    assertThat(later.scaleProperty().get()).isEqualTo(2.5);
  }

  /** Remembers as long as the test runs. */
  private static final class Memory extends AbstractPreferences {

    private final Map<String, String> values = new HashMap<>();

    Memory() {
      super(null, "");
    }

    private Memory(AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
      values.clear();
    }

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Memory(this, name);
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
