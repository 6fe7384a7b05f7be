package socketscope.ui.packet;

import java.util.Locale;
import socketscope.packet.Checksum;
import socketscope.ui.wording.Words;

/** What a checksum says, and why it may not fit over loopback. */
final class ChecksumWords {

  private final Words words;

  ChecksumWords(Words words) {
    this.words = words;
  }

  /** A word or two. */
  String verdict(Checksum checksum) {
    return switch (checksum) {
      case Checksum.Correct _ -> words.get("packet.checksum.correct");
      case Checksum.Wrong wrong -> words.get("packet.checksum.wrong", hex(wrong.expected()));
      case Checksum.Offloaded _ -> words.get("packet.checksum.offloaded");
      case Checksum.Absent _ -> words.get("packet.checksum.absent");
      case Checksum.NotVerifiable _ -> words.get("packet.checksum.unverifiable");
    };
  }

  /** The reason in a sentence or two. */
  String note(Checksum checksum) {
    return switch (checksum) {
      case Checksum.Correct _ -> words.get("packet.checksum.correct.note");
      case Checksum.Wrong _ -> words.get("packet.checksum.wrong.note");
      case Checksum.Offloaded offloaded ->
          words.get("packet.checksum.offloaded.note", hex(offloaded.expected()));
      case Checksum.Absent _ -> words.get("packet.checksum.absent.note");
      case Checksum.NotVerifiable _ -> words.get("packet.checksum.unverifiable.note");
    };
  }

  private static String hex(int sum) {
    return String.format(Locale.ROOT, "0x%04x", sum);
  }
}
