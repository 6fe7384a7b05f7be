package socketscope.export;

import java.util.List;
import socketscope.event.PacketInferred;
import socketscope.text.Texts;

/** What is written at the arrow of an inferred packet. */
final class InferredWords {

  private final Texts texts;

  InferredWords(Texts texts) {
    this.texts = texts;
  }

  /** With the word that says that nobody saw it, where there is room for it. */
  List<String> labels(PacketInferred packet) {
    return List.of(texts.get("inferred.marked", label(packet)), label(packet));
  }

  String label(PacketInferred packet) {
    String key = "inferred." + packet.kind();
    return switch (packet.kind()) {
      case SYN, SYN_ACK, ACK, RST, PORT_UNREACHABLE -> times(packet, texts.get(key));
      case DATA, DATAGRAM -> counts(packet, key);
      case FIN -> packet.bytes() == 0 ? times(packet, texts.get(key)) : counts(packet, key);
    };
  }

  private String times(PacketInferred packet, String what) {
    return packet.count() == 1 ? what : texts.get("inferred.times", packet.count(), what);
  }

  /** How many packets carried the bytes of several segments, no counter tells. */
  private String counts(PacketInferred packet, String key) {
    return packet.count() == 1
        ? texts.get(key + ".len", packet.bytes())
        : texts.get(key + ".many", packet.bytes());
  }
}
