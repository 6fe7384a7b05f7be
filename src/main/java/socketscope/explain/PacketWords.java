package socketscope.explain;

import java.util.HexFormat;
import socketscope.packet.Checksum;
import socketscope.packet.Happening;
import socketscope.packet.Malformed;
import socketscope.packet.Payload;
import socketscope.packet.Truncated;
import socketscope.text.Language;
import socketscope.text.Texts;

/** What is said of a packet besides its fields, whose names are those of their standards. */
public final class PacketWords {

  private final Texts texts;

  public PacketWords(Language language) {
    this.texts = Texts.of("packet", language);
  }

  /** What the packet does. */
  public String happening(Happening happening) {
    return texts.get("happening." + happening);
  }

  /** Whether the checksum is true, and why it may not be. */
  public String checksum(Checksum checksum) {
    String value = hex(checksum.value());
    return switch (checksum) {
      case Checksum.Correct _ -> texts.get("checksum.correct", value);
      case Checksum.Wrong(int _, int expected) -> texts.get("checksum.wrong", value, hex(expected));
      case Checksum.Offloaded(int _, int expected) ->
          texts.get("checksum.offloaded", value, hex(expected));
      case Checksum.Absent _ -> texts.get("checksum.absent", value);
      case Checksum.NotVerifiable _ -> texts.get("checksum.notVerifiable", value);
    };
  }

  /** What is wrong with the bytes. */
  public String malformed(Malformed malformed) {
    return texts.get("malformed." + malformed.problem());
  }

  /** How much of the packet is missing. */
  public String truncated(Truncated truncated) {
    return truncated.missing() == 1
        ? texts.get("truncated.one")
        : texts.get("truncated.many", truncated.missing());
  }

  /** The title of bytes that have no header. */
  public String payload(Payload.Kind kind) {
    return texts.get("payload." + kind);
  }

  private static String hex(int value) {
    return "0x" + HexFormat.of().toHexDigits((short) value);
  }
}
