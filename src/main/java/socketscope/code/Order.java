package socketscope.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.code.Effect.Mode;

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
  private final List<Action> actions;
  private final List<List<Effect>> effectsOf = new ArrayList<>();
  private final List<BitSet> known = new ArrayList<>();
  private final Map<Action, BitSet> asItBegan = new HashMap<>();
  private final Map<Action, List<Action>> waits = new LinkedHashMap<>();
  private final BitSet received = new BitSet();
  private final EffectFinder effects;

  private Order(History history) {
    this.history = history;
    this.actions =
        history.actions().stream().sorted(Comparator.comparingLong(Action::done)).toList();
    this.effects = new EffectFinder(history);
  }

  static Order of(History history) {
    Order order = new Order(history);
    List<Action> beginning = new ArrayList<>(history.actions());
    for (int number = 0; number < order.actions.size(); number++) {
      long now = order.actions.get(number).done();
      while (!beginning.isEmpty() && beginning.getFirst().began() <= now) {
        order.begin(beginning.removeFirst());
      }
      order.happen(number);
    }
    return order;
  }

  /** For each action that has to wait, the ones of other programs that it waits for. */
  Map<Action, List<Action>> waits() {
    return waits;
  }

  /** Whoever starts a call has seen those of its own thread that have returned. */
  private void begin(Action action) {
    BitSet clock = new BitSet();
    for (int number = 0; number < known.size(); number++) {
      if (precedes(actions.get(number), action)) {
        clock.or(known.get(number));
        clock.set(number);
      }
    }
    asItBegan.put(action, clock);
  }

  private static boolean precedes(Action earlier, Action later) {
    if (earlier.done() == Long.MAX_VALUE) {
      return false;
    }
    if (earlier.sharesThread(later)) {
      return true;
    }
    // A server's thread has seen what came before it, and that of a connection its accept().
    return later instanceof CallMade made
        && made.server() != null
        && earlier.program().equals(made.program())
        && (earlier.server() == null && earlier.done() <= made.server().began()
            || earlier instanceof CallMade accept
                && accept.created().stream()
                    .anyMatch(socket -> socket.number() == made.made().socketNumber()));
  }

  private void happen(int number) {
    Action action = actions.get(number);
    List<Effect> own = effects.of(action);
    effectsOf.add(own);
    BitSet before = asItBegan.getOrDefault(action, new BitSet());
    known.add(before);
    boolean sleeps = action instanceof CallMade made && effects.waits(made);
    for (Effect effect : own) {
      switch (effect.mode()) {
        case TAKE, DRAIN -> take(number, effect, sleeps);
        case FINISH -> {
          int end = latest(number, other -> decides(other, effect));
          learn(number, end, sleeps);
        }
        default -> {}
      }
    }
    for (int other = number - 1; other >= 0; other--) {
      int candidate = other;
      if (own.stream().anyMatch(effect -> decides(candidate, effect))) {
        learn(number, other, false);
      }
    }
  }

  private boolean decides(int earlier, Effect later) {
    return effectsOf.get(earlier).stream().anyMatch(effect -> effect.decides(later));
  }

  private int latest(int before, IntPredicate matching) {
    return IntStream.range(0, before)
        .filter(matching)
        .filter(number -> !actions.get(number).sharesThread(actions.get(before)))
        .max()
        .orElse(-1);
  }

  private void take(int number, Effect effect, boolean sleeps) {
    if (effect.to() > effect.from()) {
      takeBytes(number, effect, sleeps);
    } else {
      takeWhole(number, effect, sleeps);
    }
  }

  /** It sleeps until the bytes of one send come; those of several could come one by one. */
  private void takeBytes(int number, Effect effect, boolean sleeps) {
    int[] senders =
        IntStream.range(0, number).filter(other -> taken(other, effect) != null).toArray();
    for (int sender : senders) {
      Effect put = taken(sender, effect);
      boolean whole = put != null && (effect.mode() == Mode.TAKE || put.to() == effect.to());
      learn(number, sender, sleeps && whole && senders.length == 1);
    }
  }

  private @Nullable Effect taken(int sender, Effect effect) {
    return effectsOf.get(sender).stream().filter(effect::takesOf).findFirst().orElse(null);
  }

  /** A datagram or a connection: the first one that has not been taken, unless some were lost. */
  private void takeWhole(int number, Effect effect, boolean sleeps) {
    int first =
        IntStream.range(0, number)
            .filter(other -> !received.get(other) && put(other, effect) != null)
            .findFirst()
            .orElse(-1);
    if (first < 0) {
      return;
    }
    Effect put = put(first, effect);
    if (put != null && (put.data() == null || EffectFinder.matches(effect.data(), put.data()))) {
      received.set(first);
      learn(number, first, sleeps);
    } else {
      learn(number, latest(number, other -> put(other, effect) != null), false);
    }
  }

  private @Nullable Effect put(int sender, Effect effect) {
    return effectsOf.get(sender).stream()
        .filter(put -> put.mode() == Mode.APPEND && put.thing().equals(effect.thing()))
        .findFirst()
        .orElse(null);
  }

  /** Has the action come after another one: by itself, or by waiting. */
  private void learn(int number, int other, boolean byItself) {
    if (other < 0 || known.get(number).get(other)) {
      return;
    }
    Action action = actions.get(number);
    Action cause = actions.get(other);
    if (cause.sharesThread(action)) {
      return;
    }
    known.get(number).or(known.get(other));
    known.get(number).set(other);
    boolean steps = action.server() == null && history.actions().contains(cause);
    if (!byItself && steps && cause.done() <= action.began()) {
      waits.computeIfAbsent(action, _ -> new ArrayList<>()).add(cause);
    }
  }
}
