package socketscope.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.json.EventJson;
import socketscope.json.JsonFormatException;
import socketscope.trace.TraceFormatException.Fault;

/** Reads a trace file. */
public final class TraceReader {

  /**
   * What was read.
   *
   * @param events in the order of their time
   * @param cutShort whether the last line was incomplete, as a crash leaves it, and was left out
   */
  public record TraceFile(List<Event> events, boolean cutShort) {}

  private TraceReader() {}

  /**
   * Reads the whole file.
   *
   * @throws IOException where it cannot be read
   * @throws TraceFormatException where it is no trace, or one of a version not known here
   */
  public static TraceFile read(Path path) throws IOException, TraceFormatException {
    return read(Files.newInputStream(path));
  }

  /**
   * Reads the bytes of a whole file, and closes them.
   *
   * @throws IOException where they cannot be read
   * @throws TraceFormatException where they are no trace, or one of a version not known here
   */
  public static TraceFile read(InputStream bytes) throws IOException, TraceFormatException {
    // Lenient decoding: a crash may cut the last line in the middle of a character.
    try (BufferedReader file =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      String first = file.readLine();
      // An empty file may be filled while it is read: what comes after its end does not count.
      String line = first == null ? null : file.readLine();
      if (line == null && TraceHeader.isCutShort(first)) {
        return ordered(List.of(), true);
      }
      TraceHeader.check(first);
      List<Event> events = new ArrayList<>();
      for (int number = 2; line != null; number++) {
        String next = file.readLine();
        if (!addEvent(events, line, number, next)) {
          return ordered(events, true);
        }
        line = next;
      }
      return ordered(events, false);
    }
  }

  private static TraceFile ordered(List<Event> events, boolean cutShort) {
    return new TraceFile(events.stream().sorted().toList(), cutShort);
  }

  /** False where the line is the last one and no whole object: a crash cut it short. */
  private static boolean addEvent(
      List<Event> events, String line, int number, @Nullable String next)
      throws TraceFormatException {
    if (line.isBlank()) {
      return true;
    }
    try {
      events.add(EventJson.read(line));
      return true;
    } catch (JsonFormatException e) {
      if (next == null && e.fault() == JsonFormatException.Fault.NOT_JSON) {
        return false;
      }
      throw new TraceFormatException(Fault.valueOf(e.fault().name()), number, e.detail());
    }
  }
}
