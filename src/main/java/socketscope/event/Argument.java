package socketscope.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.constant.Value;

/** One argument of a system call. Its {@code toString} writes it as a lesson does. */
public sealed interface Argument {

  /**
   * Reads one argument in the notation of the lessons.
   *
   * @param parameter where it is to stand
   * @param before the arguments before it, on which some constants depend: an option on its level
   * @param constants those of the system on which the call is made, or was
   * @throws NotationException with the offset in {@code text}
   */
  static Argument parse(
      Parameter parameter, String text, List<Argument> before, Constants constants)
      throws NotationException {
    return new Notation(constants).argument(parameter, text, before);
  }

  /**
   * Whether two arguments tell the kernel the same, however they are written: a constant by its
   * name or its number, a structure with the names of its fields or without. Of one whose fields
   * all have their names, the other may have more fields.
   */
  static boolean agree(Argument one, Argument other) {
    return switch (one) {
      case Structure(List<Field> fields)
          when other instanceof Structure actual
              && !fields.isEmpty()
              && fields.stream().allMatch(Field::named)
              && actual.fields().stream().anyMatch(Field::named) ->
          fields.stream()
              .allMatch(field ->
                  actual
                      .field(field.name())
                      .filter(value -> agree(field.value(), value))
                      .isPresent());
      case Structure(List<Field> fields)
          when other instanceof Structure(List<Field> others) && fields.size() == others.size() ->
          IntStream.range(0, fields.size())
              .allMatch(i -> agree(fields.get(i).value(), others.get(i).value()));
      case Sequence(List<Argument> elements)
          when other instanceof Sequence(List<Argument> others)
              && elements.size() == others.size() ->
          IntStream.range(0, elements.size()).allMatch(i -> agree(elements.get(i), others.get(i)));
      case Descriptor _, Named _, Number _ ->
          numberOf(one).isPresent() && numberOf(one).equals(numberOf(other));
      default -> one.equals(other);
    };
  }

  private static OptionalLong numberOf(Argument argument) {
    return switch (argument) {
      case Descriptor(int number) -> OptionalLong.of(number);
      case Named(Constant constant) -> OptionalLong.of(constant.number());
      case Number(long value) -> OptionalLong.of(value);
      case Data _, Address _, Text _, Pointer _, Structure _, Sequence _ -> OptionalLong.empty();
    };
  }

  /** What a system has written, or what is given to it, without the form that gives it names. */
  static Argument of(Value value, Constants constants) {
    return switch (value) {
      case Value.Word(String word) -> ofWord(word, constants);
      case Value.Text text -> new Data(Bytes.copyOf(text.bytes()));
      case Value.Structure(List<Value.Field> fields) ->
          new Structure(
              fields.stream()
                  .map(field ->
                      new Field(
                          field.name().orElse(""),
                          field.name().isPresent(),
                          of(field.value(), constants)))
                  .toList());
      case Value.Array(List<Value> elements) ->
          new Sequence(elements.stream().map(element -> of(element, constants)).toList());
    };
  }

  private static Argument ofWord(String word, Constants constants) {
    if (word.matches("-?(0|[1-9][0-9]*)|0[xX][0-9a-fA-F]+")) {
      try {
        return new Number(Long.decode(word));
      } catch (NumberFormatException e) {
        // More than a long holds: a constant keeps how it is written.
      }
    }
    if (word.matches("hex:([0-9a-fA-F]{2})*")) {
      return new Data(Bytes.ofHex(word.substring("hex:".length())));
    }
    return constants
        .parse(ConstantSet.NUMBER, word)
        .<Argument>map(Named::new)
        .orElseGet(() -> new Text(word));
  }

  /** Itself; of a structure or a sequence, what is inside of it, in order. */
  default Stream<Argument> leaves() {
    return switch (this) {
      case Structure(List<Field> fields) -> fields.stream().flatMap(f -> f.value().leaves());
      case Sequence(List<Argument> elements) -> elements.stream().flatMap(Argument::leaves);
      case Descriptor _, Named _, Number _, Data _, Address _, Text _, Pointer _ -> Stream.of(this);
    };
  }

  /** As a value that the form of an option, of a request or of a control message lays out. */
  default Value asValue() {
    return switch (this) {
      case Data(Bytes bytes) -> new Value.Text(bytes.escaped());
      case Structure(List<Field> fields) ->
          new Value.Structure(
              fields.stream()
                  .map(field ->
                      new Value.Field(
                          Optional.of(field.name()).filter(_ -> field.named()),
                          field.value().asValue()))
                  .toList());
      case Sequence(List<Argument> elements) ->
          new Value.Array(elements.stream().map(Argument::asValue).toList());
      case Descriptor _, Named _, Number _, Address _, Text _, Pointer _ ->
          new Value.Word(toString());
    };
  }

  /** A descriptor's number; any number, for the kernel judges it. */
  record Descriptor(int number) implements Argument {
    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /** A constant of the C library, several of them joined by {@code |}, or a number in its place. */
  record Named(Constant constant) implements Argument {
    @Override
    public String toString() {
      return constant.toString();
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
   * A word in an option's value that is none of the others, such as an address without a port: what
   * it means, the form of that option says.
   */
  record Text(String word) implements Argument {
    @Override
    public String toString() {
      return word;
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

  /**
   * A structure: {@code {l_onoff=1, l_linger=0}}, {@code {1, 0}}, or an entry of what poll()
   * watches, {@code {3, POLLIN}}.
   */
  record Structure(List<Field> fields) implements Argument {
    /** Keeps a copy. */
    public Structure {
      fields = List.copyOf(fields);
    }

    /** The value of the field of that name; empty where it is not given. */
    public Optional<Argument> field(String name) {
      return fields.stream()
          .filter(field -> field.name().equals(name))
          .map(Field::value)
          .findFirst();
    }

    /** Its fields as numbers; what is none is 0. */
    public List<Long> numbers() {
      return fields.stream()
          .map(field -> field.value() instanceof Number(long value) ? value : Long.valueOf(0))
          .toList();
    }

    @Override
    public String toString() {
      return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /**
   * A field of a structure.
   *
   * @param name as C names it; empty where only the structure's form knows it
   * @param named whether the name is written, too
   */
  record Field(String name, boolean named, Argument value) {
    @Override
    public String toString() {
      return named ? name + "=" + value : value.toString();
    }
  }

  /** Several of one kind: {@code [{3, POLLIN}, {4, POLLIN|POLLOUT}]}, {@code ["AB", "CD"]}. */
  record Sequence(List<Argument> elements) implements Argument {
    /** Keeps a copy. */
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.stream().map(Argument::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
