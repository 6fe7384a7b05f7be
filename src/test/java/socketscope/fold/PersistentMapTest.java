package socketscope.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A map that never changes answers as java.util's does, and its older versions stay as they were.
 */
class PersistentMapTest {

  /** A key of which many share one hash, or the first bits of it. */
  private record Key(int number, int spread) {
    @Override
    public int hashCode() {
      return number % spread << 20;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsTheMapOfJavaDoesAtEachOfItsVersions(long seed) {
    Random random = new Random(seed);
    int spread = 1 + random.nextInt(300);
    List<PersistentMap<Key, Integer>> versions = new ArrayList<>();
    List<Map<Key, Integer>> expected = new ArrayList<>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    Map<Key, Integer> model = new HashMap<>();
    for (int i = 0; i < 600; i++) {
      Key key = new Key(random.nextInt(200), spread);
      if (random.nextInt(3) == 0) {
        map = map.without(key);
        model.remove(key);
      } else {
        map = map.with(key, i);
        model.put(key, i);
      }
      versions.add(map);
      expected.add(new HashMap<>(model));
    }
    for (int i = 0; i < versions.size(); i += 37) {
      check(versions.get(i), expected.get(i), spread);
    }
  }

  private static void check(
      PersistentMap<Key, Integer> map, Map<Key, Integer> expected, int spread) {
    Map<Key, Integer> all = new HashMap<>();
    map.forEach(all::put);
    assertThat(all).isEqualTo(expected);
    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(map.keys()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    for (int number = 0; number < 200; number++) {
      Key key = new Key(number, spread);
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
      assertThat(map.getOrDefault(key, -1)).isEqualTo(expected.getOrDefault(key, -1));
    }
  }

  @Test
  void theEmptyMapHasNothing() {
    PersistentMap<String, String> map = PersistentMap.empty();
    assertThat(map.get("key")).isNull();
    assertThat(map.without("key")).isSameAs(map);
    assertThat(map.keys()).isEmpty();
    assertThat(map.with("key", "value").without("key").size()).isZero();
  }
}
