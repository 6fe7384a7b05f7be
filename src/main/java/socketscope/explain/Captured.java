package socketscope.explain;

import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureEvent;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.PacketSeen;
import socketscope.text.Texts;

/** What the capture of packets says. */
final class Captured {

  /** Bytes shown of a longer packet: an IPv6 and a TCP header without options. */
  private static final int SHOWN = 60;

  private final Texts texts;
  private final Values values;

  Captured(Texts texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  String line(CaptureEvent event) {
    return switch (event) {
      case CaptureStarted started -> texts.get(key(started.method()), started.reason());
      case CaptureEnded ended -> texts.get("line.capture.ended", ended.reason());
      case PacketSeen packet ->
          texts.get(
              "line.packet", packet.device(), values.bytes(packet.length()), hex(packet.bytes()));
    };
  }

  private static String key(CaptureMethod method) {
    return switch (method) {
      case RAW_SOCKET -> "line.capture.raw";
      case TCPDUMP -> "line.capture.tcpdump";
      case DUMPCAP -> "line.capture.dumpcap";
      case NONE -> "line.capture.none";
    };
  }

  /** Groups of two bytes, as tcpdump(1) writes them. */
  private static String hex(Bytes bytes) {
    String digits = bytes.hex();
    String shown = digits.substring(0, Math.min(digits.length(), 2 * SHOWN));
    String grouped = shown.replaceAll("(.{4})(?=.)", "$1 ");
    return shown.length() == digits.length() ? grouped : grouped + " ...";
  }

  List<String> sentences(CaptureEvent event) {
    return switch (event) {
      case CaptureStarted started -> started(started);
      case CaptureEnded ended -> ended(ended);
      case PacketSeen packet ->
          new Said(texts)
              .say("capture.packet", values.bytes(packet.length()), packet.device())
              .say("capture.packet.hex", hex(packet.bytes()))
              .sentences();
    };
  }

  private List<String> started(CaptureStarted started) {
    Said said = new Said(texts).quote(line(started) + ".");
    for (String word : started.reason().split(" ", -1)) {
      int equals = word.indexOf('=');
      tried(said, word.substring(0, Math.max(0, equals)), word.substring(equals + 1));
    }
    return said.sentences();
  }

  private static void tried(Said said, String tried, String answer) {
    switch (tried) {
      case "raw" -> {
        switch (answer) {
          case "ok" -> said.say("capture.raw.ok");
          case "missing" -> said.say("capture.raw.missing");
          default -> said.say("capture.raw.refused", answer);
        }
      }
      case "tcpdump", "dumpcap" -> {
        switch (answer) {
          case "ok" -> said.say("capture.tool.ok", tried);
          case "missing" -> said.say("capture.tool.missing", tried);
          default -> said.say("capture.tool.refused", tried);
        }
      }
      case "capture" -> said.say("capture.off");
      case "process" -> said.say("capture.process", answer);
      default -> {}
    }
  }

  private List<String> ended(CaptureEnded ended) {
    Said said = new Said(texts);
    for (String word : ended.reason().split(" ", -1)) {
      int equals = word.indexOf('=');
      String detail = word.substring(equals + 1);
      switch (equals < 0 ? word : word.substring(0, equals)) {
        case "finished" -> said.say("capture.finished");
        case "lost" -> said.say("capture.lost", detail);
        default -> said.say("capture.broken", word);
      }
    }
    return said.sentences();
  }
}
