package socketscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.Colors.Eyes;

class ColorsTest {

  @Test
  void contrastIsMeasuredAsTheStandardSays() {
    assertThat(Colors.contrast(0xffffff, 0)).isEqualTo(21);
    assertThat(Colors.contrast(0x777777, 0xffffff)).isBetween(4.47, 4.48);
  }

  @ParameterizedTest
  @EnumSource
  void greyIsGreyToAllEyes(Eyes eyes) {
    assertThat(eyes.lightness(0x777777)).isCloseTo(50.03, Offset.offset(0.2));
    assertThat(eyes.lightness(0xffffff)).isCloseTo(100, Offset.offset(0.1));
  }

  @Test
  void redIsDarkWhereTheConeForItIsMissing() {
    assertThat(Eyes.PROTANOPIA.lightness(0xff0000)).isLessThan(Eyes.USUAL.lightness(0xff0000) - 5);
  }
}
