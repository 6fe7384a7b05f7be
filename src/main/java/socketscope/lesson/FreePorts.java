package socketscope.lesson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The free ports that a lesson asked for, by name, for as long as it is played. */
public final class FreePorts implements AutoCloseable {

  private final Map<String, PortReservation> reservations = new LinkedHashMap<>();

  private FreePorts() {}

  /**
   * Reserves the ports that these steps ask for.
   *
   * @throws IOException where there are not enough
   */
  public static FreePorts reserve(Steps steps) throws IOException {
    FreePorts ports = new FreePorts();
    try {
      for (String name : steps.ports()) {
        ports.reservations.put(name, PortReservation.reserve());
      }
      return ports;
    } catch (IOException e) {
      ports.close();
      throw e;
    }
  }

  /**
   * The number of the port of that name.
   *
   * @throws IllegalArgumentException where none was reserved
   */
  public int number(String name) {
    PortReservation reservation = reservations.get(name);
    if (reservation == null) {
      throw new IllegalArgumentException("no port " + name);
    }
    return reservation.port();
  }

  /** The numbers of all of them, by their names. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    reservations.forEach((name, reservation) -> numbers.put(name, reservation.port()));
    return numbers;
  }

  /** Gives the ports back. */
  @Override
  public void close() {
    reservations.values().forEach(PortReservation::close);
  }
}
