package socketscope.event;

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

  /** Bytes to send. */
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
}
