package socketscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.compare.Difference.Aspect;
import socketscope.compare.Stretch.Verdict;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.GapRow;
import socketscope.diagram.RandomEvents;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.trace.TraceReader;

class ComparisonTest {

  private static List<Event> trace(String name) throws Exception {
    return TraceReader.read(Path.of("src/test/resources/socketscope/infer", name + ".jsonl"))
        .events();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp-ipv4",
        "udp-ipv4",
        "refused",
        "half-close",
        "before-accept",
        "blocked",
        "self-connect"
      })
  void anExperimentDoesNotDifferFromItself(String name) throws Exception {
    List<Event> events = trace(name);
    Comparison comparison = Comparison.of(events, events);

    assertThat(comparison.differing()).isEmpty();
    assertThat(comparison.stretches()).isNotEmpty();
    assertThat(comparison.left()).isEqualTo(Diagram.of(events)).isEqualTo(comparison.right());
  }

  @ParameterizedTest
  @CsvSource({
    "tcp-ipv4, udp-ipv4",
    "tcp-ipv4, half-close",
    "udp-ipv4, half-close",
    "udp-ipv4, before-accept"
  })
  void changingSidesChangesTheSidesAndNothingElse(String left, String right) throws Exception {
    Comparison one = Comparison.of(trace(left), trace(right));
    Comparison other = Comparison.of(trace(right), trace(left));

    assertThat(other.rows()).isEqualTo(one.rows());
    assertThat(count(other, Verdict.ONLY_LEFT)).isEqualTo(count(one, Verdict.ONLY_RIGHT));
    assertThat(count(other, Verdict.ONLY_RIGHT)).isEqualTo(count(one, Verdict.ONLY_LEFT));
    assertThat(count(other, Verdict.SAME)).isEqualTo(count(one, Verdict.SAME));
  }

  private static long count(Comparison comparison, Verdict verdict) {
    return comparison.stretches().stream().filter(each -> each.verdict() == verdict).count();
  }

  /** The same programs over another version of IP: nothing but the family of the sockets. */
  @Test
  void addressesAreComparedByWhoseTheyAre() throws Exception {
    Comparison comparison = Comparison.of(trace("tcp-ipv4"), trace("tcp-ipv6"));

    assertThat(comparison.differing())
        .hasSize(2)
        .allSatisfy(stretch ->
            assertThat(stretch.differences())
                .containsExactly(new Difference(Aspect.ARGUMENTS, "AF_INET", "AF_INET6")));
  }

  @ParameterizedTest
  @CsvSource({"tcp-ipv4, udp-ipv4", "tcp-ipv4, refused", "blocked, half-close"})
  void callsThatStandTogetherAreAtTheSameHeight(String left, String right) throws Exception {
    assertHeights(Comparison.of(trace(left), trace(right)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverHappensEveryRowHasItsHeight(long seed) {
    List<Event> left = new RandomEvents(seed).list(60);
    List<Event> right = new RandomEvents(seed + 100).list(60);
    Comparison comparison = Comparison.of(left, right);

    assertHeights(comparison);
    assertThat(own(comparison.left())).hasSameSizeAs(Diagram.of(left).rows());
    assertThat(own(comparison.right())).hasSameSizeAs(Diagram.of(right).rows());
    assertThat(Comparison.of(left, left).differing()).isEmpty();
  }

  private static List<Row> own(Diagram diagram) {
    return diagram.rows().stream().filter(row -> !(row instanceof GapRow)).toList();
  }

  private static void assertHeights(Comparison comparison) {
    assertThat(comparison.left().rows()).hasSameSizeAs(comparison.right().rows());
    for (int i = 0; i < comparison.rows(); i++) {
      Row left = comparison.left().rows().get(i);
      Row right = comparison.right().rows().get(i);
      assertThat(left instanceof GapRow && right instanceof GapRow).isFalse();
      if (left instanceof GapRow(Row opposite)) {
        assertThat(opposite.event()).isEqualTo(right.event());
      }
    }
    for (Stretch stretch : comparison.stretches()) {
      assertThat(comparison.left().rows().get(stretch.row()))
          .isInstanceOf(stretch.left() == null ? GapRow.class : CallRow.class);
      assertThat(comparison.right().rows().get(stretch.row()))
          .isInstanceOf(stretch.right() == null ? GapRow.class : CallRow.class);
    }
  }

  private static EventScript bound(boolean reuse, Result answer) {
    EventScript recording =
        new EventScript().call("server#1", "socket(AF_INET, SOCK_STREAM, 0)", reuse ? 5 : 7);
    if (reuse) {
      recording.at(20).call("server#1", "setsockopt(5, SOL_SOCKET, SO_REUSEADDR, 1)", 0);
    }
    return recording.at(40).call("server#1", "bind(5, 127.0.0.1:5000)", answer);
  }

  @Test
  void anotherAnswerIsADifferenceAndANumberOfADescriptorIsNone() {
    Comparison comparison =
        Comparison.of(
            bound(false, EventScript.failed(98, "EADDRINUSE")).events(),
            bound(true, Result.of(0)).events());

    assertThat(comparison.stretches())
        .extracting(Stretch::verdict)
        .containsExactly(Verdict.SAME, Verdict.ONLY_RIGHT, Verdict.DIFFERS);
    assertThat(comparison.stretches().getLast().differences())
        .containsExactly(new Difference(Aspect.RESULT, "EADDRINUSE", "0"));
  }

  @Test
  void callThatBlocksDiffersFromOneThatDoesNot() {
    EventScript waiting = new EventScript();
    long id = waiting.start("server#1", "accept(5)");
    waiting.at(300).blocked(id);
    EventScript asking =
        new EventScript().call("server#1", "accept(5)", EventScript.failed(11, "EAGAIN"));

    Stretch only = Comparison.of(waiting.events(), asking.events()).stretches().getFirst();
    assertThat(only.differences())
        .containsExactly(
            new Difference(Aspect.RESULT, "", "EAGAIN"), new Difference(Aspect.BLOCKED, "...", ""));
  }

  @Test
  void kindredCallsStandTogether() {
    EventScript sends = new EventScript().call("client#1", "send(5, \"hola\", 0)", 4);
    EventScript addressed =
        new EventScript().call("client#1", "sendto(4, \"hola\", 0, 127.0.0.1:5000)", 4);

    Stretch only = Comparison.of(sends.events(), addressed.events()).stretches().getFirst();
    assertThat(only.differences())
        .containsExactly(new Difference(Aspect.FUNCTION, "send", "sendto"));
  }

  @Test
  void packetsHangBetweenTheCalls() throws Exception {
    Comparison comparison = Comparison.of(trace("tcp-ipv4"), trace("udp-ipv4"));

    Stretch connect =
        comparison.stretches().stream()
            .filter(stretch -> stretch.left() != null)
            .filter(stretch -> stretch.left().call().function().cName().equals("connect"))
            .findFirst()
            .orElseThrow();
    assertThat(connect.verdict()).isEqualTo(Verdict.ONLY_LEFT);
    assertThat(connect.left().packets()).extracting(SentPacket::flags).contains("SYN", "SYN, ACK");
    assertThat(connect.left().states()).anyMatch(state -> state.contains("ESTABLISHED"));
  }
}
