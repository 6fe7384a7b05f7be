package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 µs",
    "999, 0 µs",
    "41000, 41 µs",
    "2043000, 2_043 µs",
    "99999999, 99_999 µs",
    "100000000, 100.0 ms",
    "1234567000, 1_234.5 ms",
    "10000000000, 10.000 s",
    "3723004000000, 3_723.004 s",
    "-2000, −2 µs",
    "-5330400000, −5.3 s"
  })
  void takesTheUnitThatReadsBest(long nanos, String expected) {
    assertThat(TimeText.of(nanos, '.')).isEqualTo(expected.replace('_', '\u2009'));
  }

  @ParameterizedTest
  @CsvSource({
    "41000, 43000, 43 µs",
    "43100, 43900, +800 ns",
    "43100, 43100, +0 µs",
    "139510000, 139522000, +12 µs",
    "139590000, 139602000, 139.6 ms",
    "12345100000, 12345999000, +899 µs",
    "12345100000, 12346000000, 12.346 s",
    "-5330400000, -5310400000, −5.3 s"
  })
  void whatWouldReadAsTheTimeAboveIsTheDistanceFromIt(long above, long nanos, String expected) {
    assertThat(TimeText.below(above, nanos, '.')).isEqualTo(expected);
  }
}
