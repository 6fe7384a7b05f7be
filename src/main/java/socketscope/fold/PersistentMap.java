package socketscope.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes: {@link #with} and {@link #without} give another one, which shares all
 * but a few nodes with this one. A fold that keeps its facts in such maps is copied in no time,
 * however much it holds.
 *
 * <p>It is a hash array mapped trie (Phil Bagwell, "Ideal Hash Trees", 2001): five bits of a key's
 * hash choose the way at each level, and a node holds only the ways that are taken.
 *
 * @param <K> keys, with equals and hashCode
 */
public final class PersistentMap<K, V> {

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null, 0);

  private final @Nullable Node<K, V> root;
  private final int size;

  private PersistentMap(@Nullable Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** The map of nothing. */
  @SuppressWarnings("unchecked") // it holds neither keys nor values
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The value of a key; null where there is none. */
  public @Nullable V get(K key) {
    Entry<K, V> found = find(key);
    return found == null ? null : found.value;
  }

  /** The value of a key, or that one where there is none. */
  public V getOrDefault(K key, V other) {
    Entry<K, V> found = find(key);
    return found == null ? other : found.value;
  }

  /** Whether there is that key. */
  public boolean containsKey(K key) {
    return find(key) != null;
  }

  private @Nullable Entry<K, V> find(K key) {
    int hash = hash(key);
    Node<K, V> node = root;
    int shift = 0;
    while (node instanceof Branch<K, V> branch) {
      node = branch.at(hash >>> shift & MASK);
      shift += BITS;
    }
    Entry<K, V> entry = (Entry<K, V>) node;
    while (entry != null && !(entry.hash == hash && entry.key.equals(key))) {
      entry = entry.next;
    }
    return entry;
  }

  /** The same map but for that value of that key. */
  public PersistentMap<K, V> with(K key, V value) {
    int hash = hash(key);
    Node<K, V> changed = with(root, 0, hash, key, value);
    return new PersistentMap<>(changed, containsKey(key) ? size : size + 1);
  }

  private static <K, V> Node<K, V> with(
      @Nullable Node<K, V> node, int shift, int hash, K key, V value) {
    return switch (node) {
      case null -> new Entry<>(hash, key, value, null);
      case Branch<K, V> branch -> {
        int way = hash >>> shift & MASK;
        yield branch.with(way, with(branch.at(way), shift + BITS, hash, key, value));
      }
      case Entry<K, V> entry when entry.hash == hash ->
          new Entry<>(hash, key, value, without(entry, key));
      case Entry<K, V> entry -> {
        Branch<K, V> apart =
            new Branch<K, V>(0, new Object[0]).with(entry.hash >>> shift & MASK, entry);
        yield with(apart, shift, hash, key, value);
      }
    };
  }

  /** The same map without that key. */
  public PersistentMap<K, V> without(K key) {
    return containsKey(key)
        ? new PersistentMap<>(without(root, 0, hash(key), key), size - 1)
        : this;
  }

  private static <K, V> @Nullable Node<K, V> without(
      @Nullable Node<K, V> node, int shift, int hash, K key) {
    return switch (node) {
      case null -> null;
      case Entry<K, V> entry -> without(entry, key);
      case Branch<K, V> branch -> {
        int way = hash >>> shift & MASK;
        Node<K, V> rest = without(branch.at(way), shift + BITS, hash, key);
        yield rest == null ? branch.without(way) : branch.with(way, rest);
      }
    };
  }

  /** Entries of one hash, without the one of that key. */
  private static <K, V> @Nullable Entry<K, V> without(@Nullable Entry<K, V> entry, K key) {
    if (entry == null) {
      return null;
    }
    Entry<K, V> rest = without(entry.next, key);
    return entry.key.equals(key) ? rest : new Entry<>(entry.hash, entry.key, entry.value, rest);
  }

  /** Visits all of it, in an order that depends on the keys alone. */
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    visit(root, visitor);
  }

  private static <K, V> void visit(
      @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> visitor) {
    switch (node) {
      case null -> {}
      case Branch<K, V> branch -> branch.children().forEach(child -> visit(child, visitor));
      case Entry<K, V> first -> {
        for (Entry<K, V> entry = first; entry != null; entry = entry.next) {
          visitor.accept(entry.key, entry.value);
        }
      }
    }
  }

  /** The keys, in the order of {@link #forEach}. */
  public List<K> keys() {
    List<K> keys = new ArrayList<>(size);
    forEach((key, _) -> keys.add(key));
    return keys;
  }

  /** The values, in the order of {@link #forEach}. */
  public List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEach((_, value) -> values.add(value));
    return values;
  }

  private static int hash(Object key) {
    int hash = key.hashCode();
    return hash ^ hash >>> 16;
  }

  private sealed interface Node<K, V> {}

  /** One key, and those of the same hash behind it. */
  private record Entry<K, V>(int hash, K key, V value, @Nullable Entry<K, V> next)
      implements Node<K, V> {}

  /** The ways that are taken, as bits, and where each of them leads. */
  private static final class Branch<K, V> implements Node<K, V> {

    private final int taken;
    private final Object[] nodes;

    Branch(int taken, Object[] nodes) {
      this.taken = taken;
      this.nodes = nodes;
    }

    private int index(int way) {
      return Integer.bitCount(taken & (1 << way) - 1);
    }

    @SuppressWarnings("unchecked") // only nodes are put in
    @Nullable Node<K, V> at(int way) {
      return (taken & 1 << way) == 0 ? null : (Node<K, V>) nodes[index(way)];
    }

    @SuppressWarnings("unchecked")
    List<Node<K, V>> children() {
      return Arrays.stream(nodes).map(node -> (Node<K, V>) Objects.requireNonNull(node)).toList();
    }

    Branch<K, V> with(int way, Node<K, V> node) {
      int at = index(way);
      boolean known = (taken & 1 << way) != 0;
      Object[] changed = known ? nodes.clone() : new Object[nodes.length + 1];
      if (!known) {
        System.arraycopy(nodes, 0, changed, 0, at);
        System.arraycopy(nodes, at, changed, at + 1, nodes.length - at);
      }
      changed[at] = node;
      return new Branch<>(taken | 1 << way, changed);
    }

    @Nullable Node<K, V> without(int way) {
      int at = index(way);
      if (nodes.length == 1) {
        return null;
      }
      Object[] rest = new Object[nodes.length - 1];
      System.arraycopy(nodes, 0, rest, 0, at);
      System.arraycopy(nodes, at + 1, rest, at, rest.length - at);
      return new Branch<>(taken & ~(1 << way), rest);
    }
  }
}
