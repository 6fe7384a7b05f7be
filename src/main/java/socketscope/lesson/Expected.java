package socketscope.lesson;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;

/** What a lesson says that a call answers, in the notation of the lesson. */
public sealed interface Expected {

  /**
   * The value that the call returns: {@code 0}, {@code 0x802}, {@code O_RDWR|O_NONBLOCK}.
   *
   * @param text as the lesson writes it
   */
  record Value(long value, String text) implements Expected {

    /** A value as a plain number. */
    Value(long value) {
      this(value, Long.toString(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Value that && value == that.value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A failure: {@code -1 ECONNREFUSED}.
   *
   * @param errno the error's name
   */
  record Failure(String errno) implements Expected {
    @Override
    public String toString() {
      return "-1 " + errno;
    }
  }

  /**
   * Received bytes: {@code "hola"}, or {@code "hola" from 127.0.0.1:p}.
   *
   * @param from where they came from; null where the lesson does not say
   */
  record Received(Bytes bytes, @Nullable AddressTerm from) implements Expected {
    @Override
    public String toString() {
      return from == null ? bytes.toString() : bytes + " from " + from;
    }
  }

  /** The address that the call wrote: {@code 127.0.0.1:p}. */
  record Address(AddressTerm address) implements Expected {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** The option's value that the call wrote: {@code [1]}, {@code {l_onoff=1, l_linger=0}}. */
  record Option(Operand value) implements Expected {
    @Override
    public String toString() {
      boolean delimited =
          value instanceof Operand.Sequence
              || value instanceof Operand.Given(Argument.Structure _)
              || value instanceof Operand.Given(Argument.Sequence _);
      return delimited ? value.toString() : "[" + value + "]";
    }
  }
}
