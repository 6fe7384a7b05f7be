package socketscope.lesson;

import socketscope.event.Argument;

/** An argument as a lesson writes it: some stand for a value that only playing it tells. */
public sealed interface Operand permits Operand.Given, Operand.Descriptor, AddressTerm {

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
}
