package socketscope.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.code.Access.Mode;

/**
 * Finds where a program must wait for another one, so that processes that run by themselves repeat
 * what the experiment did one after another.
 *
 * <p>A call depends on an earlier one of another program where both touch the same thing and their
 * order decides what one of them finds. Most of that orders itself: a recv() sleeps until the data
 * comes. What is known to have happened before a call is carried along (as vector clocks do), so
 * that only what nothing else orders becomes a wait.
 */
final class Order {

  private final History history;
  private final List<Deed> deeds;
  private final List<List<Access>> accesses = new ArrayList<>();
  private final List<BitSet> known = new ArrayList<>();
  private final Map<String, BitSet> clocks = new HashMap<>();
  private final Map<Deed, BitSet> asItBegan = new HashMap<>();
  private final Map<Deed, List<Deed>> waits = new LinkedHashMap<>();
  private final Map<Deed, Set<Deed>> needs = new LinkedHashMap<>();
  private final BitSet received = new BitSet();
  private final Touching touching;

  private Order(History history) {
    this.history = history;
    this.deeds = history.deeds().stream().sorted(Comparator.comparingLong(Deed::done)).toList();
    this.touching = new Touching(history);
  }

  static Order of(History history) {
    Order order = new Order(history);
    List<Deed> beginning = new ArrayList<>(history.deeds());
    for (int number = 0; number < order.deeds.size(); number++) {
      long now = order.deeds.get(number).done();
      while (!beginning.isEmpty() && beginning.getFirst().began() <= now) {
        order.begin(beginning.removeFirst());
      }
      order.happen(number);
    }
    return order;
  }

  /** For each deed that has to wait, the ones of other programs that it waits for. */
  Map<Deed, List<Deed>> waits() {
    return waits;
  }

  /** For each deed those that it would find something else without. */
  Map<Deed, Set<Deed>> needs() {
    return needs;
  }

  /** Whoever starts a call has seen those of its own program that have returned. */
  private void begin(Deed deed) {
    BitSet clock = clocks.computeIfAbsent(deed.program(), _ -> new BitSet());
    for (int number = 0; number < known.size(); number++) {
      Deed earlier = deeds.get(number);
      if (earlier.program().equals(deed.program()) && earlier.done() < Long.MAX_VALUE) {
        clock.or(known.get(number));
        clock.set(number);
      }
    }
    asItBegan.put(deed, (BitSet) clock.clone());
  }

  private void happen(int number) {
    Deed deed = deeds.get(number);
    List<Access> own = touching.of(deed);
    accesses.add(own);
    BitSet before = asItBegan.getOrDefault(deed, new BitSet());
    known.add(before);
    boolean sleeps = deed instanceof Deed.Made made && touching.waits(made);
    for (Access access : own) {
      switch (access.mode()) {
        case TAKE, DRAIN -> take(number, access, sleeps);
        case FINISH -> {
          int end = latest(number, other -> decides(other, access));
          learn(number, end, sleeps);
        }
        default -> {}
      }
    }
    for (int other = number - 1; other >= 0; other--) {
      int candidate = other;
      if (own.stream().anyMatch(access -> decides(candidate, access))) {
        learn(number, other, false);
      }
    }
  }

  private boolean decides(int earlier, Access later) {
    return accesses.get(earlier).stream().anyMatch(access -> access.decides(later));
  }

  private int latest(int before, IntPredicate matching) {
    return IntStream.range(0, before)
        .filter(matching)
        .filter(number -> !deeds.get(number).program().equals(deeds.get(before).program()))
        .max()
        .orElse(-1);
  }

  private void take(int number, Access access, boolean sleeps) {
    if (access.to() > access.from()) {
      takeBytes(number, access, sleeps);
    } else {
      takeWhole(number, access, sleeps);
    }
  }

  /** It sleeps until the bytes of one send come; those of several could come one by one. */
  private void takeBytes(int number, Access access, boolean sleeps) {
    int[] senders =
        IntStream.range(0, number).filter(other -> taken(other, access) != null).toArray();
    for (int sender : senders) {
      Access put = taken(sender, access);
      boolean whole = put != null && (access.mode() == Mode.TAKE || put.to() == access.to());
      learn(number, sender, sleeps && whole && senders.length == 1);
    }
  }

  private @Nullable Access taken(int sender, Access access) {
    return accesses.get(sender).stream().filter(access::takesOf).findFirst().orElse(null);
  }

  /** A datagram or a connection: the first one that has not been taken, unless some were lost. */
  private void takeWhole(int number, Access access, boolean sleeps) {
    int first =
        IntStream.range(0, number)
            .filter(other -> !received.get(other) && put(other, access) != null)
            .findFirst()
            .orElse(-1);
    if (first < 0) {
      return;
    }
    Access put = put(first, access);
    if (put != null && (put.data() == null || Touching.matches(access.data(), put.data()))) {
      received.set(first);
      learn(number, first, sleeps);
    } else {
      learn(number, latest(number, other -> put(other, access) != null), false);
    }
  }

  private @Nullable Access put(int sender, Access access) {
    return accesses.get(sender).stream()
        .filter(put -> put.mode() == Mode.APPEND && put.thing().equals(access.thing()))
        .findFirst()
        .orElse(null);
  }

  /** Has the deed come after another one: by itself, or by waiting. */
  private void learn(int number, int other, boolean byItself) {
    if (other >= 0 && accesses.get(other).stream().anyMatch(Access::matters)) {
      needs.computeIfAbsent(deeds.get(number), _ -> new HashSet<>()).add(deeds.get(other));
    }
    if (other < 0 || known.get(number).get(other)) {
      return;
    }
    Deed deed = deeds.get(number);
    Deed cause = deeds.get(other);
    if (cause.program().equals(deed.program())) {
      return;
    }
    known.get(number).or(known.get(other));
    known.get(number).set(other);
    if (!byItself && cause.done() <= deed.began() && history.deeds().contains(cause)) {
      waits.computeIfAbsent(deed, _ -> new ArrayList<>()).add(cause);
    }
  }
}
