package socketscope.capture;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import socketscope.capture.Endpoint.EndpointPair;

/**
 * Flows of other programs that leave no room for the experiment's packets: so much is held of them
 * that they would be known, were they its own. A socket's ports are told after each of its calls,
 * and no call is made before.
 */
final class HeavyFlows {

  private static final int MANY = 64;
  private static final long MUCH = 1 << 20;

  private record Held(int packets, long bytes) {}

  private final Map<EndpointPair, Held> held = new HashMap<>();
  private final Set<EndpointPair> heavy = new LinkedHashSet<>();

  /**
   * A packet is held of which it is not known whose it is; true where its flow is too heavy now.
   */
  boolean add(CapturedPacket packet) {
    EndpointPair flow = packet.heading().flow();
    Held now = change(flow, 1, packet.length());
    boolean tooHeavy = now.packets >= MANY || now.bytes >= MUCH;
    if (!tooHeavy || !heavy.add(flow)) {
      return false;
    }
    if (heavy.size() > FlowFilter.MOST_FLOWS) {
      heavy.remove(heavy.iterator().next());
    }
    return true;
  }

  /** That packet is no longer held. */
  void remove(CapturedPacket packet) {
    change(packet.heading().flow(), -1, -packet.length());
  }

  private Held change(EndpointPair flow, int packets, long bytes) {
    Held before = held.getOrDefault(flow, new Held(0, 0));
    Held now = new Held(before.packets + packets, before.bytes + bytes);
    if (now.packets == 0) {
      held.remove(flow);
    } else {
      held.put(flow, now);
    }
    return now;
  }

  /** Takes back those that are the experiment's after all; how many. */
  int takeBack(Predicate<EndpointPair> own) {
    int before = heavy.size();
    heavy.removeIf(own);
    return before - heavy.size();
  }

  Set<EndpointPair> all() {
    return Set.copyOf(heavy);
  }
}
