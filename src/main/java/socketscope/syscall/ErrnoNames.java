package socketscope.syscall;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import socketscope.event.Errno;

/**
 * The names of one system's error numbers (errno(3)). One fault has one name on all systems:
 * ECONNREFUSED is 111 on Linux, 61 on macOS and 10061 (WSAECONNREFUSED) on Windows.
 */
public final class ErrnoNames {

  private final Map<Integer, String> names;
  private final Map<String, Integer> numbers;

  private ErrnoNames(Map<Integer, String> names, Map<String, Integer> numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  /** The errno of a number. One that has no name here is called by its number: {@code 524}. */
  public Errno errno(int number) {
    String name = names.get(number);
    return new Errno(number, name == null ? Integer.toString(number) : name);
  }

  /** The number of a name, or of its other name (EWOULDBLOCK); empty where there is none here. */
  public OptionalInt number(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** All names, other names included, in no order. */
  public Set<String> names() {
    return numbers.keySet();
  }

  /** Writes a table down. */
  public static final class Table {

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * A number and its name. The first name of a number is the one that is printed.
     *
     * @throws IllegalArgumentException where the name has a number already
     */
    public Table errno(int number, String name) {
      names.putIfAbsent(number, name);
      if (numbers.put(name, number) != null) {
        throw new IllegalArgumentException(name + " twice");
      }
      return this;
    }

    /** The table as it stands. */
    public ErrnoNames build() {
      return new ErrnoNames(Map.copyOf(names), Map.copyOf(numbers));
    }
  }
}
