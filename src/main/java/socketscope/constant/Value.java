package socketscope.constant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The value of an option, of an ioctl request or of a control message, as a lesson writes it and as
 * strace(1) prints it: {@code 1}, {@code {l_onoff=1, l_linger=0}}, {@code [0, 212992]}, {@code
 * "lo"}. Its {@code toString} is that text; {@link #parse} reads it.
 */
public sealed interface Value {

  /**
   * Reads a value.
   *
   * @throws ValueException with the offset in {@code text}
   */
  static Value parse(String text) throws ValueException {
    return new ValueParser(text).parse();
  }

  /** The word of a number. */
  static Word number(long number) {
    return new Word(Long.toString(number));
  }

  /**
   * What needs no quotes: a number, names of constants joined by {@code |}, an address such as
   * {@code 224.0.0.1}, {@code 127.0.0.1:5000} or {@code [::1]:5000}.
   */
  record Word(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Bytes in double quotes, with C's escapes.
   *
   * @param escaped what stands between the quotes
   */
  record Text(String escaped) implements Value {
    /**
     * A text.
     *
     * @throws IllegalArgumentException where a backslash starts no escape
     */
    public Text {
      unescape(escaped);
    }

    /** The text of some bytes. */
    static Text of(byte[] bytes) {
      return new Text(Escapes.escape(bytes));
    }

    /** The bytes. */
    public byte[] bytes() {
      return unescape(escaped);
    }

    private static byte[] unescape(String escaped) {
      try {
        return Escapes.unescape(escaped);
      } catch (ValueException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public String toString() {
      return '"' + escaped + '"';
    }
  }

  /** A structure: {@code {l_onoff=1, l_linger=0}}, or by position {@code {1, 0}}. */
  record Structure(List<Field> fields) implements Value {
    /** Keeps a copy. */
    public Structure {
      fields = List.copyOf(fields);
    }

    /** The value of a field by its name. */
    public Optional<Value> field(String name) {
      return fields.stream()
          .filter(field -> field.name().filter(name::equals).isPresent())
          .map(Field::value)
          .findFirst();
    }

    @Override
    public String toString() {
      return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /**
   * A field of a structure.
   *
   * @param name empty where it is given by its position
   */
  record Field(Optional<String> name, Value value) {
    @Override
    public String toString() {
      return name.map(text -> text + "=").orElse("") + value;
    }
  }

  /** Values of the same form one after the other: {@code [1, 2, 3]}. */
  record Array(List<Value> elements) implements Value {
    /** Keeps a copy. */
    public Array {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
