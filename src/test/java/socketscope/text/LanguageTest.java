package socketscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void theEnvironmentNamesItThoughTheLocaleIsNotInstalled() {
    assertThat(Language.of(Map.of("LANG", "es_ES.UTF-8"), Locale.US)).isEqualTo(Language.SPANISH);
    assertThat(Language.of(Map.of("LANG", "en_GB", "LC_MESSAGES", "es"), Locale.US))
        .isEqualTo(Language.SPANISH);
    assertThat(Language.of(Map.of("LC_ALL", "en_US.UTF-8", "LANG", "es_ES"), Locale.US))
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void elseTheLocaleDoes() {
    Locale spanish = Locale.of("es", "MX");
    assertThat(Language.of(Map.of(), spanish)).isEqualTo(Language.SPANISH);
    assertThat(Language.of(Map.of("LC_ALL", "", "LANG", "C.UTF-8"), spanish))
        .isEqualTo(Language.SPANISH);
    assertThat(Language.of(Map.of("LANG", "de_DE"), Locale.GERMANY)).isEqualTo(Language.ENGLISH);
  }
}
