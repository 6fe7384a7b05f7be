package socketscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.compare.Alignment.Pair;

class AlignmentTest {

  /** Small and capital letters are kin. */
  private static int affinity(Character one, Character other) {
    boolean kin = Character.toLowerCase(one) == Character.toLowerCase(other);
    return one.equals(other) ? 3 : kin ? 2 : 0;
  }

  private static List<Pair> align(String left, String right) {
    return Alignment.of(letters(left), letters(right), AlignmentTest::affinity);
  }

  private static List<Character> letters(String text) {
    return text.chars().mapToObj(c -> (char) c).toList();
  }

  private static String show(String left, String right) {
    StringBuilder shown = new StringBuilder();
    for (Pair pair : align(left, right)) {
      shown
          .append(pair.left() < 0 ? '-' : left.charAt(pair.left()))
          .append(pair.right() < 0 ? '-' : right.charAt(pair.right()))
          .append(' ');
    }
    return shown.toString().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, aa bb cc",
    "abc, ac, aa b- cc",
    "ac, abc, aa -b cc",
    "abc, aBc, aa bB cc",
    "abd, acd, aa b- -c dd",
    "aa, a, aa a-",
    "bBb, B, b- BB b-",
    "xyz, abc, x- y- z- -a -b -c"
  })
  void whatIsAlikeStandsTogether(String left, String right, String expected) {
    assertThat(show(left, right)).isEqualTo(expected);
  }

  @Test
  void emptySequencesHaveNothingToPair() {
    assertThat(align("", "")).isEmpty();
    assertThat(align("ab", "")).extracting(Pair::right).containsOnly(Alignment.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPlaceOfBothComesOnceAndInOrder(long seed) {
    Random random = new Random(seed);
    String left = text(random);
    String right = text(random);
    List<Pair> pairs = align(left, right);

    assertThat(places(pairs.stream().map(Pair::left).toList())).isEqualTo(upTo(left.length()));
    assertThat(places(pairs.stream().map(Pair::right).toList())).isEqualTo(upTo(right.length()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void neitherSideIsFavoured(long seed) {
    Random random = new Random(seed);
    String left = text(random);
    String right = text(random);

    assertThat(worth(left, right)).isEqualTo(worth(right, left)).isPositive();
  }

  /** What is seen while both go on is what is seen at their end. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void pairsStayWhileBothSidesGrowAlongThem(long seed) {
    Random random = new Random(seed);
    String left = text(random);
    String right = text(random);
    List<Pair> whole = align(left, right);

    for (int steps = 0; steps <= whole.size(); steps++) {
      List<Pair> begun = whole.subList(0, steps);
      int l = places(begun.stream().map(Pair::left).toList()).size();
      int r = places(begun.stream().map(Pair::right).toList()).size();
      assertThat(align(left.substring(0, l), right.substring(0, r))).isEqualTo(begun);
    }
  }

  @Test
  void longSequencesAreAlignedToo() {
    List<Integer> left = new ArrayList<>(IntStream.range(0, 9_000).boxed().toList());
    List<Integer> right = new ArrayList<>(left);
    left.add(4_000, -1);
    right.removeLast();
    List<Pair> pairs =
        Alignment.of(left, right, (one, other) -> one.intValue() == other.intValue() ? 1 : 0);

    assertThat(pairs).filteredOn(Pair::both).hasSize(8_999);
    assertThat(pairs).filteredOn(pair -> !pair.both()).hasSize(2);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("a");
    for (int i = random.nextInt(5, 25); i > 0; i--) {
      text.append("abcdABCD".charAt(random.nextInt(8)));
    }
    return text.toString();
  }

  private static int worth(String left, String right) {
    return align(left, right).stream()
        .filter(Pair::both)
        .mapToInt(pair -> affinity(left.charAt(pair.left()), right.charAt(pair.right())))
        .sum();
  }

  private static List<Integer> places(List<Integer> all) {
    List<Integer> places = new ArrayList<>(all);
    places.removeAll(Collections.singleton(Alignment.NONE));
    return places;
  }

  private static List<Integer> upTo(int length) {
    return IntStream.range(0, length).boxed().toList();
  }
}
