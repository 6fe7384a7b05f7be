package socketscope.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Spans in the order in which they began, those that are open found by their key. */
final class Spans<K, S extends Span<S>> {

  private final List<S> all = new ArrayList<>();
  private final Map<K, Integer> open = new LinkedHashMap<>();

  Spans<K, S> copy() {
    Spans<K, S> copy = new Spans<>();
    copy.all.addAll(all);
    copy.open.putAll(open);
    return copy;
  }

  /** The keys of those that are open. */
  List<K> open() {
    return List.copyOf(open.keySet());
  }

  @Nullable S current(K key) {
    Integer at = open.get(key);
    return at == null ? null : all.get(at);
  }

  /** Begins a span; one of the same key that is still open ends there. */
  void begin(K key, S span) {
    end(key, span.from());
    open.put(key, all.size());
    all.add(span);
  }

  void change(K key, UnaryOperator<S> change) {
    Integer at = open.get(key);
    if (at != null) {
      all.set(at, change.apply(all.get(at)));
    }
  }

  void end(K key, int row) {
    change(key, span -> span.endingAt(row));
    open.remove(key);
  }

  /** Takes back the span that began last. */
  void retractLast(K key) {
    open.remove(key);
    all.removeLast();
  }

  void endAllOf(String program, int row) {
    for (K key : List.copyOf(open.keySet())) {
      if (all.get(open.get(key)).program().equals(program)) {
        end(key, row);
      }
    }
  }

  /** The lane of the span that is open under that key, else the first one free. */
  int lane(K key, String program) {
    S current = current(key);
    if (current != null) {
      return current.lane();
    }
    int lane = 0;
    while (taken(program, lane)) {
      lane++;
    }
    return lane;
  }

  private boolean taken(String program, int lane) {
    return open.values().stream()
        .map(all::get)
        .anyMatch(span -> span.lane() == lane && span.program().equals(program));
  }

  List<S> list() {
    return all;
  }
}
