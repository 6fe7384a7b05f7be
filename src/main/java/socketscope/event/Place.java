package socketscope.event;

import java.util.Locale;
import java.util.Optional;

/** Where the programs of an experiment run. */
public enum Place {
  /**
   * On the loopback interface of a network namespace of the experiment's own
   * (network_namespaces(7)): nobody else is there, and no way leads out.
   */
  ALONE,
  /** On the loopback interface of the machine, with all the other programs on it. */
  SHARED;

  /** As it is written in lessons, traces and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The place that is written so; empty where none is. */
  public static Optional<Place> of(String word) {
    for (Place place : values()) {
      if (place.word().equals(word)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
