package socketscope.explain;

import java.util.List;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.text.Texts;

/** What the capture of packets says. */
final class CaptureSentences {

  private final Texts texts;

  CaptureSentences(Texts texts) {
    this.texts = texts;
  }

  String line(CaptureStarted started) {
    return texts.get(key(started.method()), started.reason());
  }

  String line(CaptureEnded ended) {
    return texts.get("line.capture.ended", ended.reason());
  }

  private static String key(CaptureMethod method) {
    return switch (method) {
      case RAW_SOCKET -> "line.capture.raw";
      case TCPDUMP -> "line.capture.tcpdump";
      case DUMPCAP -> "line.capture.dumpcap";
      case NONE -> "line.capture.none";
    };
  }

  List<String> started(CaptureStarted started) {
    SentenceList said = new SentenceList(texts).quote(line(started) + ".");
    for (String word : started.reason().split(" ", -1)) {
      int equals = word.indexOf('=');
      tried(said, word.substring(0, Math.max(0, equals)), word.substring(equals + 1));
    }
    return said.sentences();
  }

  private static void tried(SentenceList said, String tried, String answer) {
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

  List<String> ended(CaptureEnded ended) {
    SentenceList said = new SentenceList(texts);
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
