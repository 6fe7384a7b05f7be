package socketscope.ui.model;

import java.util.List;
import java.util.Optional;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureEvent;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.infer.Inference;

/**
 * What the events of an experiment tell of its capture.
 *
 * @param told that it started, or did not, and that it ended, in the order of their time
 * @param first the packet that was told of first
 * @param blind whether packets may have passed that were not captured
 */
public record CaptureStatus(List<CaptureEvent> told, Optional<PacketSeen> first, boolean blind) {

  /** Nothing was told. */
  static final CaptureStatus UNKNOWN = new CaptureStatus(List.of(), Optional.empty(), false);

  /**
   * What is known with those that came last.
   *
   * @param batch is among the events already
   * @param events all of them, in the order of their time
   */
  CaptureStatus after(List<Event> batch, List<Event> events) {
    Optional<PacketSeen> earliest = first.or(() -> firstPacket(batch));
    if (batch.stream().noneMatch(CaptureStatus::tells)) {
      return earliest.equals(first) ? this : new CaptureStatus(told, earliest, blind);
    }
    List<CaptureEvent> all =
        events.stream().filter(CaptureStatus::tells).map(CaptureEvent.class::cast).toList();
    return new CaptureStatus(all, earliest, Inference.isNeeded(all));
  }

  private static Optional<PacketSeen> firstPacket(List<Event> batch) {
    return batch.stream()
        .filter(PacketSeen.class::isInstance)
        .map(PacketSeen.class::cast)
        .findFirst();
  }

  private static boolean tells(Event event) {
    return event instanceof CaptureStarted || event instanceof CaptureEnded;
  }
}
