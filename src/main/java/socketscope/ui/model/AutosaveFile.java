package socketscope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallEvent;
import socketscope.event.Event;
import socketscope.trace.TraceWriter;

/** The file that an experiment is kept in; there is none before the first call. */
final class AutosaveFile implements Consumer<List<Event>>, AutoCloseable {

  private final Path path;
  private final List<Event> before = new ArrayList<>();
  private @Nullable TraceWriter writer;

  AutosaveFile(Path path) {
    this.path = path;
  }

  @Override
  public void accept(List<Event> events) {
    if (writer != null) {
      writer.accept(events);
      return;
    }
    before.addAll(events);
    if (events.stream().anyMatch(CallEvent.class::isInstance)) {
      writer = create();
      writer.accept(before);
      before.clear();
    }
  }

  private TraceWriter create() {
    try {
      return TraceWriter.create(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
