package socketscope.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.json.EventJson;

/**
 * Writes a trace file as the experiment runs. After each batch all of it is with the operating
 * system, so that the end of this process loses nothing.
 */
public final class TraceWriter implements Consumer<List<Event>>, AutoCloseable {

  private final BufferedWriter file;

  private TraceWriter(BufferedWriter file) {
    this.file = file;
  }

  /**
   * Creates the file, or empties the one there is.
   *
   * @throws IOException where it cannot be written
   */
  public static TraceWriter create(Path path) throws IOException {
    BufferedWriter file =
        Files.newBufferedWriter(
            path,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    file.write(TraceHeader.line());
    file.write('\n');
    file.flush();
    return new TraceWriter(file);
  }

  /** Appends events. What is inferred is not written: it follows from the rest. */
  @Override
  public void accept(List<Event> events) {
    try {
      for (Event event : events) {
        if (!(event instanceof PacketInferred)) {
          file.write(EventJson.write(event));
          file.write('\n');
        }
      }
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
