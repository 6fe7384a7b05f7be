package socketscope.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first event of every trace.
 *
 * @param title what is tried, in a word or two: a lesson's name, or what the user chose
 * @param wallClock the date and time at {@code stamp.nanos()}
 * @param application the name and version of the application that made the calls
 * @param system the operating system and its version
 */
public record ExperimentStarted(
    Stamp stamp, String title, Instant wallClock, String application, String system)
    implements Event {

  /** The start of the experiment that those events are of; empty where it is not among them. */
  public static Optional<ExperimentStarted> among(List<? extends Event> events) {
    return events.stream()
        .filter(ExperimentStarted.class::isInstance)
        .map(ExperimentStarted.class::cast)
        .findFirst();
  }
}
