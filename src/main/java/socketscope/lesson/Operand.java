package socketscope.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/** An argument as a lesson writes it: some stand for a value that only playing it tells. */
public sealed interface Operand
    permits Operand.Given,
        Operand.Descriptor,
        Operand.Structure,
        Operand.Sequence,
        Operand.FileContent,
        AddressTerm {

  /** The names in it that stand for what a call gives. */
  default Stream<String> names() {
    return switch (this) {
      case Descriptor(String name) -> Stream.of(name);
      case AddressTerm.Named(String name) -> Stream.of(name);
      case Structure(List<Field> fields) -> fields.stream().flatMap(field -> field.value.names());
      case Sequence(List<Operand> elements) -> elements.stream().flatMap(Operand::names);
      case Given _, FileContent _, AddressTerm.Fixed _, AddressTerm.FreePort _ -> Stream.of();
    };
  }

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

  /** A structure: {@code {l, POLLIN}}. */
  record Structure(List<Field> fields) implements Operand {
    /** Keeps a copy. */
    public Structure {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /**
   * A field of a structure.
   *
   * @param name as C names it
   * @param named whether the lesson writes the name, too
   */
  record Field(String name, boolean named, Operand value) {
    @Override
    public String toString() {
      return named ? name + "=" + value : value.toString();
    }
  }

  /** Several of one kind: {@code [{l, POLLIN}, {3, POLLOUT}]}. */
  record Sequence(List<Operand> elements) implements Operand {
    /** Keeps a copy. */
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.stream().map(Operand::toString).collect(Collectors.joining(", ", "[", "]"));
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
