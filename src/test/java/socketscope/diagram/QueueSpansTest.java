package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.QueueSpan.Queue;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.trace.TraceReader;

/** Bytes lie in a queue from the row on in which they have come. */
class QueueSpansTest {

  private static Diagram diagram(String file) throws Exception {
    return Diagram.of(
        TraceReader.read(Path.of("src/test/resources/socketscope").resolve(file)).events());
  }

  private static List<QueueSpan> spans(Diagram diagram, Queue queue) {
    return diagram.waitings().stream().filter(span -> span.queue() == queue).toList();
  }

  private static List<String> texts(List<QueueSpan> spans) {
    return spans.stream()
        .map(span -> String.join(" ", span.bytes().stream().map(QueuedBytes::spelled).toList()))
        .toList();
  }

  @Test
  void theyLieInTheReceiveQueueFromTheirSegmentToTheReadAndInTheSendQueueToTheAck()
      throws Exception {
    Diagram diagram = diagram("export/captured-tcp.jsonl");
    List<Row> data = diagram.rows().stream().filter(row -> row.look() == Look.DATA).toList();
    List<QueueSpan> arrived = spans(diagram, Queue.RECEIVE);
    assertThat(data).hasSameSizeAs(arrived).isNotEmpty();
    for (int i = 0; i < data.size(); i++) {
      QueueSpan span = arrived.get(i);
      assertThat(diagram.rows().get(span.from())).isEqualTo(data.get(i));
      assertThat(diagram.rows().get(span.to())).isInstanceOf(CallRow.class);
      QueueSpan unacknowledged = spans(diagram, Queue.SEND).get(i);
      assertThat(unacknowledged.from()).isEqualTo(span.from());
      assertThat(diagram.rows().get(unacknowledged.to()).look()).isEqualTo(Look.ACK);
      assertThat(unacknowledged.bytes()).isEqualTo(span.bytes());
    }
    assertThat(texts(arrived)).first().isEqualTo("hola");
  }

  @Test
  void theyLieAtAConnectionThatNobodyHasAccepted() throws Exception {
    Diagram diagram = diagram("state/accept-queue.jsonl");
    List<QueueSpan> waiting =
        spans(diagram, Queue.RECEIVE).stream().filter(span -> span.socket() == null).toList();
    assertThat(texts(waiting)).contains("early");
    assertThat(diagram.rows().get(waiting.getFirst().from()).look()).isEqualTo(Look.DATA);
  }
}
