package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/** An argument as a lesson writes it: some stand for a value that only playing it tells. */
public sealed interface Operand
    permits Operand.Given, Operand.Descriptor, Operand.Watched, Operand.FileContent, AddressTerm {

  /** A constant, a number, bytes, or a descriptor by its number. */
  record Given(Argument argument) implements Operand {
    @Override
    public String toString() {
      return argument.toString();
    }
  }

  /** The descriptor that an earlier step of the same program named. */
  record Descriptor(String name) implements Operand {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What poll() is to watch: {@code [{l, POLLIN}, {3, POLLOUT}]}. */
  record Watched(List<Watch> watches) implements Operand {
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
   * One descriptor that poll() is to watch.
   *
   * @param descriptor its name or number
   * @param events what for, a constant's expression
   */
  record Watch(Operand descriptor, String events) {
    @Override
    public String toString() {
      return "{" + descriptor + ", " + events + "}";
    }
  }

  /**
   * The content of a file beside the lesson's: {@code file:picture.png}.
   *
   * @param name its name, as the lesson writes it
   */
  record FileContent(String name, Bytes content) implements Operand {
    @Override
    public String toString() {
      return "file:" + name;
    }
  }
}
