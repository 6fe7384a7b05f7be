package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import socketscope.event.Bytes;
import socketscope.event.PacketSeen;
import socketscope.packet.Flow;
import socketscope.packet.Happening;
import socketscope.packet.Payload;
import socketscope.packet.Reading;
import socketscope.packet.SegmentNumbers;
import socketscope.text.Texts;

/** What a captured packet says and does. */
final class PacketText {

  private final Texts texts;
  private final Values values;
  private final PacketSeen event;
  private final Reading reading;

  PacketText(Texts texts, Values values, PacketSeen event, Reading reading) {
    this.texts = texts;
    this.values = values;
    this.event = event;
    this.reading = reading;
  }

  /** {@code packet 127.0.0.1:47160 → 127.0.0.1:5000: PSH, ACK len=4 (56 bytes)}. */
  String line() {
    String bytes = values.bytes(event.length());
    return flow()
        .map(flow ->
            texts.get(
                "line.packet",
                flow.source().toString(),
                flow.destination().toString(),
                reading.label(),
                bytes))
        .orElseGet(() -> texts.get("line.packet.other", reading.label(), bytes));
  }

  private Optional<Flow> flow() {
    return reading.packet().flow();
  }

  /** One sentence for each thing that it does. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    String source = flow().map(flow -> flow.source().toString()).orElse("");
    String destination = flow().map(flow -> flow.destination().toString()).orElse("");
    Optional<SegmentNumbers> numbers = reading.numbers();
    Bytes data = data();
    for (Happening happening : reading.happenings()) {
      sentences.add(
          texts.get(
              "packet." + happening,
              source,
              destination,
              numbers.map(SegmentNumbers::sequence).orElse(0L),
              numbers.map(SegmentNumbers::acknowledgment).orElse(OptionalLong.empty()).orElse(0),
              numbers.map(SegmentNumbers::window).orElse(0L),
              new Values(texts).bytes(data.length()),
              Values.data(data),
              reading.label()));
    }
    return List.copyOf(sentences);
  }

  private Bytes data() {
    byte[] bytes = event.bytes().toArray();
    return reading
        .packet()
        .layer(Payload.class)
        .map(payload ->
            Bytes.copyOf(
                java.util.Arrays.copyOfRange(
                    bytes, payload.offset(), payload.offset() + payload.length())))
        .orElse(Bytes.copyOf(new byte[0]));
  }
}
