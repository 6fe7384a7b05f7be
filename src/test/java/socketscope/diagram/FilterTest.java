package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.event.SocketId;
import socketscope.trace.TraceReader;

class FilterTest {

  private static List<Event> trace(String name) throws Exception {
    return TraceReader.read(Path.of("src/test/resources/socketscope/export", name)).events();
  }

  private static List<Look> looks(Diagram diagram) {
    return diagram.rows().stream().map(Row::look).toList();
  }

  @Test
  void nothingIsLostWithoutAFilter() {
    List<Event> events = Experiments.tcpEcho();
    Diagram diagram = Diagram.of(events);

    assertThat(Filter.NONE.over(diagram, events)).isEqualTo(diagram);
  }

  @Test
  void bareAcksGoAndStatesStay() throws Exception {
    List<Event> events = trace("captured-tcp.jsonl");
    Diagram diagram = Diagram.of(events);

    Diagram left = Filter.NONE.hidingAcks(true).over(diagram, events);

    long acks = looks(diagram).stream().filter(Look.ACK::equals).count();
    assertThat(acks).isPositive();
    assertThat(looks(left)).doesNotContain(Look.ACK).hasSize((int) (looks(diagram).size() - acks));
    assertThat(left.bands()).hasSameSizeAs(diagram.bands());
    assertThat(looks(left)).contains(Look.HANDSHAKE, Look.DATA, Look.FIN);
  }

  @Test
  void spansKeepTheRowsThatTheyBeganAndEndedWith() throws Exception {
    List<Event> events = trace("captured-tcp.jsonl");
    Diagram diagram = Diagram.of(events);

    Diagram left = Filter.NONE.hidingAcks(true).over(diagram, events);

    for (int i = 0; i < diagram.activations().size(); i++) {
      Activation before = diagram.activations().get(i);
      Activation after = left.activations().get(i);
      assertThat(left.rows().get(after.from()).events())
          .isEqualTo(diagram.rows().get(before.from()).events());
    }
    for (Row row : left.rows()) {
      if (row instanceof CallRow call && call.wokenBy() >= 0) {
        assertThat(left.rows().get(call.wokenBy())).isInstanceOf(PacketRow.class);
      }
    }
  }

  @Test
  void oneSocketHasItsCallsAndItsPacketsOnly() throws Exception {
    List<Event> events = trace("captured-tcp.jsonl");
    Diagram diagram = Diagram.of(events);
    SocketId listener = new SocketId("server", 1);
    SocketId connection = new SocketId("server", 2);

    Diagram ofListener = Filter.NONE.only(listener).over(diagram, events);
    Diagram ofConnection = Filter.NONE.only(connection).over(diagram, events);

    assertThat(looks(ofListener)).doesNotContain(Look.DATA, Look.FIN).contains(Look.HANDSHAKE);
    assertThat(looks(ofConnection)).contains(Look.DATA, Look.FIN);
    assertThat(ofConnection.rows())
        .noneMatch(row -> row instanceof CallRow call && call.label().startsWith("listen"));
    assertThat(ofListener.rows())
        .noneMatch(row -> row instanceof CallRow call && call.label().startsWith("recv"));
  }

  private static List<Event> loop(int times) {
    EventScript recording = new EventScript();
    recording.call("client#1", "connect(5, 127.0.0.1:5000)", 10);
    for (int i = 0; i < times; i++) {
      recording.call("client#1", "send(5, \"" + i + "\", 0)", 10);
      recording.call("client#1", "recv(5, 100, 0)", 10);
    }
    recording.call("client#1", "close(5)", 10);
    return recording.events();
  }

  @Test
  void whatRepeatsIsOneRowThatTellsHowOften() {
    List<Event> events = loop(1000);
    Diagram left = Filter.NONE.collapsing(true).over(Diagram.of(events), events);

    List<RepeatRow> repeats = new ArrayList<>();
    left.rows().stream()
        .filter(RepeatRow.class::isInstance)
        .forEach(row -> repeats.add((RepeatRow) row));
    assertThat(repeats).hasSize(1);
    assertThat(repeats.getFirst().period()).isEqualTo(2);
    assertThat(repeats.getFirst().times()).isEqualTo(999);
    assertThat(left.rows()).hasSize(Diagram.of(events).rows().size() - 1998 + 1);
  }

  private static List<Event> noted(List<Event> events, Event about, String text) {
    List<Event> noted = new ArrayList<>(events);
    noted.add(events.indexOf(about) + 1, new NoteWritten(about.stamp(), text));
    return noted;
  }

  @Test
  void aRowWithANoteIsShownAmongThoseThatRepeat() {
    List<Event> events = loop(1000);
    Row row = Diagram.of(events).rows().get(1001);
    List<Event> noted = noted(events, row.event(), "look here");

    Diagram left = Filter.NONE.collapsing(true).over(Diagram.of(noted), noted);

    assertThat(left.annotations()).hasSize(1);
    Annotation annotation = left.annotations().getFirst();
    assertThat(annotation.text()).isEqualTo("look here");
    assertThat(left.rows().get(annotation.row()).events()).isEqualTo(row.events());
    assertThat(left.rows()).filteredOn(RepeatRow.class::isInstance).hasSize(2);
  }

  @Test
  void anAckWithANoteIsShown() throws Exception {
    List<Event> events = trace("captured-tcp.jsonl");
    Row ack =
        Diagram.of(events).rows().stream()
            .filter(row -> row.look() == Look.ACK)
            .findFirst()
            .orElseThrow();
    List<Event> noted = noted(events, ack.event(), "look here");

    Diagram left = Filter.NONE.hidingAcks(true).over(Diagram.of(noted), noted);

    assertThat(left.rows()).filteredOn(row -> row.look() == Look.ACK).containsExactly(ack);
    assertThat(left.annotations()).hasSize(1);
  }

  @Test
  void everyEventIsStillFound() {
    List<Event> events = loop(100);
    Diagram left = Filter.NONE.collapsing(true).over(Diagram.of(events), events);

    Diagram.of(events).rows().stream()
        .flatMap(row -> row.events().stream())
        .forEach(event -> assertThat(left.rowOf(event)).isNotNegative());
  }

  @Test
  void aFewRowsAreNotWorthCollapsing() {
    List<Event> events = loop(3);
    Diagram diagram = Diagram.of(events);

    assertThat(Filter.NONE.collapsing(true).over(diagram, events).rows())
        .hasSameSizeAs(diagram.rows());
  }

  @Test
  void whateverTheEventsAreTheFilteredDiagramHoldsTogether() {
    for (int seed = 0; seed < 50; seed++) {
      List<Event> events = new RandomEvents(seed).list(200);
      Filter filter = new Filter(true, true, new SocketId("client", 1), true);

      Diagram left = filter.over(Diagram.of(events), events);

      int rows = left.rows().size();
      left.activations().forEach(span -> assertHolds(span, rows));
      left.bands().forEach(span -> assertHolds(span, rows));
      left.waitings().forEach(span -> assertHolds(span, rows));
    }
  }

  private static void assertHolds(Span<?> span, int rows) {
    assertThat(span.from()).isBetween(0, rows);
    assertThat(span.to()).isGreaterThanOrEqualTo(span.from());
  }
}
