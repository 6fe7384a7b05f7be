package socketscope.state;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Experiments that were recorded on Linux; the lesson of each is beside its trace. */
final class Recorded {

  private Recorded() {}

  static List<Event> events(String name) {
    try {
      Path path = Path.of(Objects.requireNonNull(Recorded.class.getResource(name)).toURI());
      return TraceReader.read(path).events();
    } catch (IOException | URISyntaxException | TraceFormatException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The same experiment where nothing could be captured. */
  static List<Event> withoutPackets(String name) {
    return events(name).stream().filter(event -> !(event instanceof CaptureEvent)).toList();
  }

  static String text(String name) throws IOException {
    try (InputStream in = Recorded.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
