package socketscope.event;

import java.util.List;
import java.util.stream.Collectors;

/** One argument of a system call. Its {@code toString} writes it as a lesson does. */
public sealed interface Argument {

  /**
   * Reads one argument in the notation of the lessons.
   *
   * @throws NotationException with the offset in {@code text}
   */
  static Argument parse(Parameter.Kind kind, String text) throws NotationException {
    return Notation.argument(kind, text);
  }

  /** A descriptor's number; any number, for the kernel judges it. */
  record Descriptor(int number) implements Argument {
    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /** A constant of the C library by its name, several joined by {@code |}, or a plain number. */
  record Constant(String expression) implements Argument {
    @Override
    public String toString() {
      return expression;
    }
  }

  /** A plain number: a backlog, a size, an option's value. */
  record Number(long value) implements Argument {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** Bytes to send, or the bytes of an option's value. */
  record Data(Bytes bytes) implements Argument {
    @Override
    public String toString() {
      return bytes.toString();
    }
  }

  /** A socket address. */
  record Address(SocketAddress address) implements Argument {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * A pointer to no memory of the program's, where the call wants one: {@code NULL}, or, for a
   * buffer of a size, {@code NULL * 100}.
   *
   * @param size how many bytes the call is told that there are; {@link #UNSAID} where another
   *     argument tells that, or nothing does
   */
  record Pointer(Wild to, long size) implements Argument {

    /** No size is given with the pointer. */
    public static final long UNSAID = -1;

    @Override
    public String toString() {
      return size == UNSAID ? to.name() : to + " * " + size;
    }
  }

  /** Where a pointer points that points to nothing. */
  enum Wild {
    /** The null pointer. */
    NULL,
    /** An address that is not NULL and belongs to no memory of the program: 1. */
    BAD
  }

  /** The fields of a structure, all of them numbers: {@code {1, 0}} of struct linger. */
  record Structure(List<Long> fields) implements Argument {
    /** Keeps a copy. */
    public Structure {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /** What poll() is to watch: {@code [{3, POLLIN}, {4, POLLIN|POLLOUT}]}. */
  record Watched(List<Watch> watches) implements Argument {
    /** Keeps a copy. */
    public Watched {
      watches = List.copyOf(watches);
    }

    @Override
    public String toString() {
      return watches.stream().map(Watch::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * One descriptor that poll() is to watch (struct pollfd).
   *
   * @param events what for: a constant's expression, as {@link Constant}
   */
  record Watch(int descriptor, String events) {
    @Override
    public String toString() {
      return "{" + descriptor + ", " + events + "}";
    }
  }
}
