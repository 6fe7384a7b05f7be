package socketscope.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.ConnectionObserved;
import socketscope.event.PacketInferred;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.event.TcpCounters;
import socketscope.packet.Packet;
import socketscope.packet.TcpLayer;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/** What is said of a packet that nobody saw: what it was, what proves it, when it passed. */
final class InferredText {

  /** Where the options of a TCP header begin. */
  private static final int OPTIONS = 20;

  private final Texts texts;
  private final Values values;

  InferredText(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  /** {@code inferred packet 127.0.0.1:47160 → 127.0.0.1:5000: data, 1 segment, 4 bytes}. */
  String line(PacketInferred packet) {
    return texts.get("line.inferred", source(packet), destination(packet), what(packet));
  }

  List<String> sentences(Story story, PacketInferred packet) {
    SentenceList said =
        new SentenceList(texts)
            .say("inferred.not-seen")
            .say(
                "inferred.does." + packet.kind(),
                source(packet),
                destination(packet),
                what(packet));
    boolean pieces = packet.bytes() > 0 && packet.count() > 1;
    said.sayIf(pieces, "inferred.pieces", values.segments(packet.count()));
    proof(said, story, packet);
    if (packet.header() != null) {
      header(said, packet.header());
    }
    if (packet.after() != Long.MIN_VALUE) {
      said.say("inferred.when", values.duration(packet.before() - packet.after()));
    }
    return said.sentences();
  }

  private String what(PacketInferred packet) {
    String kind = texts.get("inferred.kind." + packet.kind());
    return switch (packet.kind()) {
      case SYN, SYN_ACK, ACK, RST, PORT_UNREACHABLE ->
          packet.count() == 1
              ? kind
              : texts.get("inferred.count", kind, values.segments(packet.count()));
      case DATAGRAM -> texts.get("inferred.count", kind, values.bytes(packet.bytes()));
      case DATA, FIN ->
          packet.bytes() == 0
              ? kind
              : texts.get(
                  packet.count() == 1 ? "inferred.one-segment" : "inferred.count",
                  kind,
                  values.bytes(packet.bytes()));
    };
  }

  private String source(PacketInferred packet) {
    return name(packet.source(), packet.sender());
  }

  private String destination(PacketInferred packet) {
    return name(packet.destination(), packet.receiver());
  }

  private static String name(@Nullable SocketAddress address, String program) {
    return address == null ? program : address.toString();
  }

  private void proof(SentenceList said, Story story, PacketInferred packet) {
    switch (packet.proof()) {
      case SocketObserved seen -> {
        counted(said, story, seen);
        boolean ownAnswer = packet.kind() == Kind.SYN_ACK && seen.program().equals(packet.sender());
        said.sayIf(ownAnswer, "inferred.proof.uncounted");
      }
      case ConnectionObserved seen ->
          said.say("inferred.proof.state", seen.local(), seen.peer(), seen.state());
      case CallReturned returned -> answered(said, story, packet, returned);
      default -> {}
    }
  }

  private void counted(SentenceList said, Story story, SocketObserved seen) {
    TcpCounters now = seen.counters();
    if (now == null) {
      return;
    }
    SocketRecord known = story.socket(seen.socket());
    SocketObserved before = known == null ? null : known.observed();
    TcpCounters then = before == null ? null : before.counters();
    said.say(
        then == null ? "inferred.proof.counters" : "inferred.proof.counters.more",
        seen.program(),
        seen.descriptor(),
        String.valueOf(seen.state()),
        now.segmentsOut(),
        now.segmentsIn(),
        now.bytesSent(),
        now.bytesReceived(),
        then == null ? 0 : then.segmentsOut(),
        then == null ? 0 : then.segmentsIn(),
        then == null ? 0 : then.bytesSent(),
        then == null ? 0 : then.bytesReceived());
  }

  private void answered(
      SentenceList said, Story story, PacketInferred packet, CallReturned returned) {
    MadeCall call = story.call(returned.callId());
    String name = call == null ? "?" : call.call().function().cName() + "()";
    String key =
        switch (packet.kind()) {
          case SYN, RST -> "inferred.proof.refused";
          case PORT_UNREACHABLE -> "inferred.proof.unreachable";
          case SYN_ACK, ACK, DATA, FIN, DATAGRAM ->
              packet.sender().equals(returned.program())
                  ? "inferred.proof.sent"
                  : "inferred.proof.received";
        };
    said.say(key, returned.program(), name, returned.result().value());
  }

  /** The headers of a SYN that the receiving kernel kept. */
  private static void header(SentenceList said, SynSaved saved) {
    Packet.decode(saved.bytes())
        .layer(TcpLayer.class)
        .ifPresent(tcp ->
            said.say(
                "inferred.header",
                tcp.sequence(),
                tcp.window(),
                tcp.fields().stream()
                    .flatMap(field -> field.parts().stream())
                    .filter(part -> part.offset() >= tcp.offset() + OPTIONS)
                    .map(part -> (part.name() + " " + part.value()).strip())
                    .collect(Collectors.joining(", "))));
  }
}
