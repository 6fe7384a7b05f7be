package socketscope.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;

/** The values of socket options as strace writes them: an int in brackets, or a structure. */
final class OptionSpelling {

  private static final int INT = Integer.BYTES;

  /** Options of SOL_SOCKET that strace knows to be an int, whatever their length. */
  private static final Set<Long> INTS =
      Set.of(
          1L, 2L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 14L, 15L, 16L, 18L, 19L, 29L, 30L, 32L, 33L,
          34L, 35L, 36L, 37L, 40L, 41L, 42L, 43L, 44L, 45L, 46L, 49L, 53L, 56L, 60L);

  private static final long SO_ERROR = 4;
  private static final long SO_LINGER = 13;
  private static final long SO_PEERCRED = 17;

  private final LinuxNames names = new LinuxNames();
  private final Call call;
  private final long level;
  private final long option;

  OptionSpelling(Call call) {
    this.call = call;
    this.level = number(1);
    this.option = number(2);
  }

  private long number(int index) {
    String expression = call.argument(index, Argument.Named.class).constant().text();
    return names.knows(expression) ? names.value(expression) : -1;
  }

  private boolean ofSocket() {
    return level == 1;
  }

  /**
   * What getsockopt() or ioctl() wrote, in brackets or braces.
   *
   * @param unwritten what stands there while it has written none
   */
  static String value(@Nullable Result result, String unwritten) {
    String option = result == null ? null : result.option();
    if (option == null) {
      return unwritten;
    }
    return option.startsWith("{") ? option : "[" + option + "]";
  }

  /** What getsockopt() wrote. */
  String written(Result result) {
    return ofSocket() && option == SO_ERROR
        ? errno(writtenPlainly(result))
        : writtenPlainly(result);
  }

  /** Strace tells an error by its name. */
  private String errno(String written) {
    return written.matches("\\[[1-9][0-9]{0,3}]")
        ? names
            .known(LinuxNames.Group.E, Long.parseLong(written.substring(1, written.length() - 1)))
            .map(name -> "[" + name + "]")
            .orElse(written)
        : written;
  }

  private String writtenPlainly(Result result) {
    Bytes bytes = result.data();
    if (bytes == null) {
      return value(result, "optval");
    }
    if (bytes.length() == 0) {
      return "optval";
    }
    if (ofSocket() && option == SO_LINGER) {
      return fields(bytes, "l_onoff", "l_linger");
    }
    if (ofSocket() && option == SO_PEERCRED) {
      return fields(bytes, "pid", "uid", "gid");
    }
    if (bytes.length() == INT) {
      return "[" + integer(bytes.toArray(), 0) + "]";
    }
    boolean cut = ofSocket() && (INTS.contains(option) || option == SO_ERROR);
    return cut && bytes.length() < INT ? hexadecimal(bytes) : ByteSpelling.quoted(bytes);
  }

  private static String fields(Bytes bytes, String... fields) {
    byte[] all = bytes.toArray();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields.length && i * INT < all.length; i++) {
      boolean whole = (i + 1) * INT <= all.length;
      Bytes part = Bytes.copyOf(Arrays.copyOfRange(all, i * INT, all.length));
      texts.add(fields[i] + "=" + (whole ? integer(all, i * INT) : hexadecimal(part)));
    }
    return "{" + String.join(", ", texts) + "}";
  }

  private static String integer(byte[] bytes, int at) {
    return Integer.toString(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at));
  }

  private static String hexadecimal(Bytes bytes) {
    return '"' + bytes.hex().replaceAll("..", "\\\\x$0") + '"';
  }

  /** The value that setsockopt() is given, as far as its length covers it. */
  String given() {
    long length = givenLength();
    Argument value = call.arguments().get(3);
    if (value instanceof Argument.Pointer(Argument.Wild to, _)) {
      return StraceSpelling.pointer(to);
    }
    byte[] bytes = Arrays.copyOf(givenBytes(value).toArray(), Math.clamp(length, 0, 1 << 16));
    if (ofSocket() && option == SO_LINGER) {
      return length < 2 * INT ? "optval" : fields(Bytes.copyOf(bytes), "l_onoff", "l_linger");
    }
    if (ofSocket() && INTS.contains(option)) {
      return length < INT ? "optval" : "[" + integer(bytes, 0) + "]";
    }
    if (length == INT) {
      return "[" + integer(bytes, 0) + "]";
    }
    return length < 0 ? "optval" : ByteSpelling.quoted(Bytes.copyOf(bytes));
  }

  private boolean wide() {
    return ofSocket() && (option == 20 || option == 21 || option == 57);
  }

  private Bytes givenBytes(Argument value) {
    return switch (value) {
      case Argument.Data(Bytes bytes) -> bytes;
      case Argument.Number(long number) -> integers(List.of(number), false);
      case Argument.Structure structure -> integers(structure.numbers(), wide());
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private static Bytes integers(List<Long> fields, boolean wide) {
    ByteBuffer bytes =
        ByteBuffer.allocate(fields.size() * (wide ? Long.BYTES : INT))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (long field : fields) {
      if (wide) {
        bytes.putLong(field);
      } else {
        bytes.putInt((int) field);
      }
    }
    return Bytes.copyOf(bytes.array());
  }

  /** The length that setsockopt() is given. */
  long givenLength() {
    if (call.argument(4).isPresent()) {
      return (int) call.argument(4, Argument.Number.class).value();
    }
    Argument value = call.arguments().get(3);
    return value instanceof Argument.Pointer ? usualSize() : givenBytes(value).length();
  }

  /** How many bytes the option's value has, as far as that is not said (socket(7), tcp(7)). */
  int usualSize() {
    if (ofSocket()) {
      return switch ((int) option) {
        case 13, 57 -> 8;
        case 20, 21, 25 -> 16;
        case 17 -> 12;
        case 55 -> 36;
        default -> INT;
      };
    }
    boolean tcp = level == 6;
    return tcp && option == 13 ? 16 : tcp && option == 11 ? 232 : INT;
  }
}
