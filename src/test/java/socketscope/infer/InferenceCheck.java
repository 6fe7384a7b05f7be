package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import socketscope.event.CaptureEnded;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.socket.SocketModel;

/** What is inferred from a shipped lesson's calls beside what was captured in the same run. */
public final class InferenceCheck {

  /**
   * Lessons with packets that no counter counts: ICMP for a socket that is not connected, a RST for
   * an orphan, a SYN that was sent again.
   */
  private static final Set<String> TOLD_IN_PART =
      Set.of(
          "acks",
          "backlog",
          "boundaries",
          "descriptors",
          "door",
          "half-close",
          "killed",
          "ipv6",
          "layers",
          "loop",
          "nobody",
          "order",
          "ports",
          "raw",
          "restart-reuse",
          "sharing",
          "stopped",
          "threads",
          "waiting",
          "wrong-order");

  /** The loopback interface carries several segments as one packet; see below. */
  private static final Set<String> MANY_SEGMENTS = Set.of("buffers");

  private InferenceCheck() {}

  /** Infers the packets that were captured. */
  public static void infersWhatWasCaptured(String lesson, List<Event> events) {
    assertWhole(events);
    Tally inferred = Tally.inferred(events);
    Tally captured = Tally.captured(events);
    assertThat(inferred.bytes()).isEqualTo(captured.bytes());
    if (MANY_SEGMENTS.contains(lesson)) {
      return;
    }
    if (TOLD_IN_PART.contains(lesson) || leavesConnections(events)) {
      assertThat(inferred.within(captured)).as("%s %s", inferred, captured).isTrue();
    } else {
      sameAsCaptured(events);
    }
  }

  /** Their FINs go when the programs have ended and nobody can be asked any more. */
  private static boolean leavesConnections(List<Event> events) {
    SocketModel model = new SocketModel();
    for (Event event : events) {
      model.add(event);
      boolean connected =
          model.closedNow().stream()
              .anyMatch(socket -> socket.kind().tcp() && socket.peer() != null);
      if (event instanceof ProgramEnded && connected) {
        return true;
      }
    }
    return false;
  }

  /** Each packet that was captured is inferred, but for an ACK that nothing proves. */
  static void sameAsCaptured(List<Event> events) {
    Tally inferred = Tally.inferred(events);
    Tally captured = Tally.captured(events);
    assertThat(inferred.withoutAcks()).isEqualTo(captured.withoutAcks());
    assertThat(inferred.acksWithin(captured)).as("%s %s", inferred, captured).isTrue();
    Tally provable = Tally.provable(events);
    assertThat(provable.acksWithin(inferred)).as("%s %s", inferred, provable).isTrue();
  }

  /** Every packet was captured. */
  static void assertWhole(List<Event> events) {
    assertThat(events)
        .filteredOn(CaptureEnded.class::isInstance)
        .extracting(event -> ((CaptureEnded) event).reason())
        .containsExactly("finished");
  }
}
