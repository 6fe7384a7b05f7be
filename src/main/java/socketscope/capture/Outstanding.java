package socketscope.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import socketscope.capture.HeadingReader.Heading;

/** What was sent over TCP and is not yet acknowledged, so that a packet must still follow. */
final class Outstanding {

  /** One direction of a flow. */
  private record Direction(Endpoint from, Endpoint to) {
    Direction back() {
      return new Direction(to, from);
    }
  }

  private final Map<Direction, Integer> sent = new HashMap<>();
  private final Map<Direction, Integer> acknowledged = new HashMap<>();
  private final Set<Direction> open = new HashSet<>();

  void add(Heading heading) {
    Segment segment = heading.segment();
    if (segment == null || heading.quoted()) {
      return;
    }
    Direction there = new Direction(heading.source(), heading.destination());
    if (segment.resets()) {
      open.remove(there);
      open.remove(there.back());
      return;
    }
    latest(sent, there, segment.end(), segment.opens());
    if (segment.acknowledges()) {
      latest(acknowledged, there.back(), segment.acknowledgment(), false);
    }
    update(there);
    update(there.back());
  }

  private static void latest(
      Map<Direction, Integer> numbers, Direction direction, int number, boolean anew) {
    // Sequence numbers go round: RFC 9293, section 3.4.
    numbers.merge(direction, number, (old, now) -> anew || now - old > 0 ? now : old);
  }

  private void update(Direction direction) {
    Integer end = sent.get(direction);
    Integer reached = acknowledged.get(direction);
    if (end == null || reached != null && end - reached <= 0) {
      open.remove(direction);
    } else {
      open.add(direction);
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }
}
