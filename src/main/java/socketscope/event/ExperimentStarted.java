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
 * @param place where its programs run
 * @param reason why it is another place than was wanted, in the words of the program that said so;
 *     empty where it is not
 */
public record ExperimentStarted(
    Stamp stamp,
    String title,
    Instant wallClock,
    String application,
    String system,
    Place place,
    String reason)
    implements Event {

  /** The start of an experiment on the machine's own loopback interface. */
  public ExperimentStarted(
      Stamp stamp, String title, Instant wallClock, String application, String system) {
    this(stamp, title, wallClock, application, system, Place.SHARED, "");
  }

  /** The start of the experiment that those events are of; empty where it is not among them. */
  public static Optional<ExperimentStarted> among(List<? extends Event> events) {
    return events.stream()
        .filter(ExperimentStarted.class::isInstance)
        .map(ExperimentStarted.class::cast)
        .findFirst();
  }
}
