package socketscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import socketscope.capture.CaptureFile;
import socketscope.capture.NoPacketsException;
import socketscope.event.Event;
import socketscope.text.Texts;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Reads a trace, or captured packets, that the user names. */
final class SavedTrace {

  private SavedTrace() {}

  static List<Event> read(Console console, Path path) throws CommandException {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw CommandException.badFile(console.text("file.unreadable", path));
    }
    Texts texts = console.texts("trace");
    try {
      if (CaptureFile.isOne(path)) {
        return CaptureFile.read(path);
      }
      TraceReader.TraceFile file = TraceReader.read(path);
      if (file.cutShort()) {
        console.message(texts.get("cut.short"));
      }
      return file.events();
    } catch (TraceFormatException e) {
      throw CommandException.badFile(path + ": " + e.sentence(texts));
    } catch (NoPacketsException e) {
      throw CommandException.badFile(console.text("file.noPackets", path));
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unreadable", path));
    }
  }
}
