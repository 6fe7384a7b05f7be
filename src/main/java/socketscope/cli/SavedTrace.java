package socketscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import socketscope.capture.CaptureFile;
import socketscope.capture.CaptureFile.NoPacketsException;
import socketscope.event.Event;
import socketscope.text.Texts;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Reads a trace, or captured packets, that the user names. */
final class SavedTrace {

  private SavedTrace() {}

  static List<Event> read(Console console, Path path) throws CommandException {
    InputFile.check(console, path);
    Texts texts = console.texts("trace");
    try {
      if (CaptureFile.isOne(path)) {
        return captured(console, path);
      }
      TraceReader.TraceFile file = TraceReader.read(path);
      if (file.events().isEmpty()) {
        throw CommandException.badFile(console.text("file.empty", path));
      }
      if (file.cutShort()) {
        console.message(texts.get("cut.short"));
      }
      return file.events();
    } catch (TraceFormatException e) {
      throw CommandException.badFile(path + ": " + e.sentence(texts));
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unreadable", path));
    }
  }

  private static List<Event> captured(Console console, Path path) throws CommandException {
    try {
      return CaptureFile.read(path);
    } catch (NoPacketsException e) {
      throw CommandException.badFile(console.text("file.noPackets", path));
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.brokenCapture", path));
    }
  }

  /**
   * A trace begins with an object of JSON, and a lesson never does; empty, it is neither. A pipe
   * can be read once only, and is left to whoever reads it.
   */
  static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.read() == '{';
    } catch (IOException e) {
      return false; // whoever reads it next says why
    }
  }
}
