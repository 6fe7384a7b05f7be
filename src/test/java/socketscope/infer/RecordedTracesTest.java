package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.trace.TraceReader;

/**
 * Traces of real runs with their packets captured, among the resources beside this class: what is
 * inferred from all but the packets is held against the packets.
 */
class RecordedTracesTest {

  /** The clocks of the capture and of the programs are compared to within this. */
  private static final long CLOCKS_NANOS = 200_000;

  private static List<Event> trace(String name) throws Exception {
    URL trace = RecordedTracesTest.class.getResource(name + ".jsonl");
    return TraceReader.read(Path.of(trace.toURI())).events();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-ipv4",
        "tcp-ipv6",
        "udp-ipv4",
        "udp-ipv6",
        "refused",
        "half-close",
        "unread-reset",
        "before-accept",
        "answer-to-nobody",
        "blocked",
        "self-connect",
        "refused-twice",
        "pending-error",
        "aborted",
        "dissolved",
        "dissolved-named",
        "dissolved-accepted",
        "udp-dissolved"
      })
  void infersExactlyWhatWasCaptured(String name) throws Exception {
    List<Event> events = trace(name);
    assertThat(Tally.captured(events).counts()).isNotEmpty();
    assertThat(Tally.inferred(events)).isEqualTo(Tally.captured(events));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp-ipv4", "tcp-ipv6", "udp-ipv4", "udp-ipv6", "blocked"})
  void drawsEachPacketBetweenTheCallsWhereItWasCaptured(String name) throws Exception {
    List<Event> events = trace(name);
    assertThat(order(Tally.unseen(events))).isEqualTo(order(events));
  }

  private static List<String> order(List<Event> events) {
    List<String> order = new ArrayList<>();
    for (Row row : Diagram.of(events).rows()) {
      switch (row) {
        case CallRow call -> order.add(call.program() + " " + call.callId() + " " + call.phase());
        case PacketRow packet -> order.add(way(row, packet.receiver()));
        case InferredRow packet -> order.add(way(row, packet.receiver()));
        case NoteRow _, RepeatRow _, GapRow _ -> {}
      }
    }
    return order;
  }

  private static String way(Row row, String receiver) {
    return row.program() + " → " + receiver + " " + row.look();
  }

  /** An ICMP error for a socket that is not connected is told to nobody: less, but not wrong. */
  @Test
  void saysLessWhereNothingIsProven() throws Exception {
    List<Event> events = trace("udp-refused");
    Tally captured = Tally.captured(events);
    assertThat(captured.counts()).containsEntry("server → client RST", new Tally.Count(3, 0));
    Tally inferred = Tally.inferred(events);
    assertThat(inferred.counts()).containsEntry("server → client RST", new Tally.Count(2, 0));
    assertThat(inferred.within(captured)).isTrue();
  }

  /** However early the experiment is looked at, nothing is claimed that did not pass. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-ipv4",
        "udp-ipv6",
        "refused",
        "half-close",
        "unread-reset",
        "before-accept",
        "answer-to-nobody",
        "blocked",
        "udp-refused",
        "refused-twice",
        "pending-error",
        "aborted",
        "dissolved",
        "dissolved-named",
        "dissolved-accepted",
        "udp-dissolved"
      })
  void neverClaimsMoreThanHasPassed(String name) throws Exception {
    List<Event> events = trace(name);
    for (int end = 0; end <= events.size(); end++) {
      List<Event> prefix = events.subList(0, end);
      assertThat(Tally.inferred(prefix).within(Tally.captured(prefix)))
          .as("%s of %s", Tally.inferred(prefix), Tally.captured(prefix))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-ipv4",
        "tcp-ipv6",
        "udp-ipv4",
        "refused",
        "half-close",
        "unread-reset",
        "blocked"
      })
  void eachPacketPassedWithinItsInterval(String name) throws Exception {
    List<Event> events = trace(name);
    Map<String, Deque<Long>> captured = new HashMap<>();
    for (Row row : Diagram.of(events).rows()) {
      if (row instanceof PacketRow packet) {
        captured
            .computeIfAbsent(way(row, packet.receiver()), _ -> new ArrayDeque<>())
            .add(row.nanos());
      }
    }
    for (Row row : Diagram.of(Tally.unseen(events)).rows()) {
      if (row instanceof InferredRow packet) {
        PacketInferred inferred = packet.event();
        for (long i = 0; i < inferred.count(); i++) {
          assertThat(captured.get(way(row, packet.receiver())).remove())
              .as("%s", inferred)
              .isBetween(inferred.after() - CLOCKS_NANOS, inferred.before() + CLOCKS_NANOS);
        }
      }
    }
  }

  @Test
  void capturedPacketsWinAndNothingIsAdded() throws Exception {
    List<Event> events = trace("tcp-ipv4");
    assertThat(Inference.isNeeded(events)).isFalse();
    assertThat(Inference.complete(events)).isEqualTo(events);
  }

  @Test
  void addsOnlyWhatPassedAfterTheCaptureBrokeOff() throws Exception {
    List<Event> events = new ArrayList<>(trace("tcp-ipv4"));
    List<PacketSeen> packets =
        events.stream().filter(PacketSeen.class::isInstance).map(PacketSeen.class::cast).toList();
    PacketSeen third = packets.get(2);
    events.removeIf(event -> event instanceof PacketSeen && event.compareTo(third) > 0);
    events.add(
        new socketscope.event.CaptureEnded(
            new socketscope.event.Stamp(third.stamp().nanos() + 1, "", 0), "signal=9"));
    events.sort(null);
    assertThat(Inference.isNeeded(events)).isTrue();
    assertThat(Inference.complete(events))
        .filteredOn(PacketInferred.class::isInstance)
        .hasSize(packets.size() - 3)
        .allMatch(event -> event.compareTo(third) > 0);
  }
}
