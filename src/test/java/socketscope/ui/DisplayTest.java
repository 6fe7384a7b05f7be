package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {

  @ParameterizedTest
  @ValueSource(strings = {"", ":4321", "localhost:4321.0", "nonsense:"})
  void whereNobodyAnswersThereIsNoDisplay(String name) {
    assertThat(Display.answers(name)).isEqualTo(name.equals("nonsense:"));
  }

  @Test
  void systemsWithoutX11NameNoDisplay() {
    assertThat(Display.answers(null)).isTrue();
  }

  @Test
  void theHeadlessPlatformNeedsNoDisplay() {
    assertThat(Display.available()).isTrue();
  }
}
