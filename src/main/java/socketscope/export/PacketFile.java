package socketscope.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.PacketSeen;
import socketscope.export.Pcapng.CapturedPacket;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * The captured packets of an experiment as a pcapng file. The comments of a packet say between
 * which programs it went, which call sent it and what else was under way.
 */
public final class PacketFile {

  private final List<? extends Event> events;
  private final Texts texts;

  private PacketFile(List<? extends Event> events, Texts texts) {
    this.events = events;
    this.texts = texts;
  }

  /**
   * Whether packets were captured at all. Where they were, and none came, the file is one without
   * packets; where they were not, nothing can be said of them.
   */
  public static boolean possible(List<? extends Event> events) {
    return events.stream()
        .anyMatch(event ->
            event instanceof PacketSeen
                || event instanceof CaptureStarted start && start.method() != CaptureMethod.NONE);
  }

  /** The bytes of the file, for the events of a trace, with comments in that language. */
  public static byte[] of(List<? extends Event> events, Language language) {
    return new PacketFile(events, Texts.of("export", language)).bytes();
  }

  private byte[] bytes() {
    Optional<ExperimentStarted> start = ExperimentStarted.among(events);
    String title = start.map(ExperimentStarted::title).orElse("");
    Pcapng.Source source =
        new Pcapng.Source(
            start.map(ExperimentStarted::application).orElse("Socketscope"),
            start.map(ExperimentStarted::system).orElse(""),
            first(PacketSeen.class).map(PacketSeen::device).orElse(null),
            texts.get("pcapng.comment", title));
    PacketComments comments = new PacketComments(events, texts);
    List<CapturedPacket> packets = new ArrayList<>();
    for (Event event : events) {
      comments.add(event);
      if (event instanceof PacketSeen packet) {
        packets.add(
            new CapturedPacket(
                wallClock(packet), packet.bytes(), packet.length(), comments.of(packet)));
      }
    }
    return Pcapng.of(source, packets, statistics());
  }

  private <E extends Event> Optional<E> first(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The time of day, which the start of the experiment tells for the clock of the stamps. */
  private long wallClock(Event event) {
    return ExperimentStarted.among(events)
        .map(start ->
            nanosSince1970(start.wallClock()) + event.stamp().nanos() - start.stamp().nanos())
        .orElse(event.stamp().nanos());
  }

  private static long nanosSince1970(Instant moment) {
    return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
  }

  private Pcapng.@Nullable Statistics statistics() {
    Optional<CaptureStarted> start = first(CaptureStarted.class);
    Optional<CaptureEnded> end = first(CaptureEnded.class);
    return start.isEmpty() || end.isEmpty()
        ? null
        : new Pcapng.Statistics(wallClock(start.get()), wallClock(end.get()), lost(end.get()));
  }

  /** The reason may say so in the word {@code lost=12}. */
  private static long lost(CaptureEnded end) {
    for (String word : end.reason().split(" ", -1)) {
      if (word.startsWith("lost=")) {
        return Long.parseLong(word.substring("lost=".length()));
      }
    }
    return 0;
  }
}
