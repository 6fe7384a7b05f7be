package socketscope.code;

import socketscope.event.Argument;
import socketscope.event.Bytes;

/**
 * What the C library's function is given at one place, for a language that calls it. Where it is
 * more than a number, the language declares a variable first.
 */
sealed interface Slot {

  /** The descriptor. */
  record Descriptor(Handle handle) implements Slot {}

  /** Constants of C. */
  record Constant(String expression) implements Slot {}

  /** A number of type int, or a size. */
  record Number(long value) implements Slot {}

  /** A length of type socklen_t, which has no sign. */
  record Length(int value) implements Slot {}

  /** A pointer to no memory. */
  record Nowhere(Argument.Wild to) implements Slot {}

  /**
   * The structure of an address.
   *
   * @param size its size with the zeros that follow it; 0 where none do
   */
  record Address(Target target, int size) implements Slot {}

  /** How long that structure is. */
  record AddressLength(Target target) implements Slot {}

  /** What is sent. */
  record Data(Bytes bytes) implements Slot {}

  /** Where what is received goes. */
  record Buffer(long size) implements Slot {}

  /** Memory that the kernel writes to. */
  record Room(String name, int size) implements Slot {}

  /** How large the kernel is told that the room is, in a variable of its own. */
  record RoomLength(String name, int length) implements Slot {}

  /** An int that the kernel reads and writes. */
  record Int(String name, int value) implements Slot {}

  /**
   * The value of an option.
   *
   * @param wide whether the fields of a structure are long rather than int
   * @param size its size with the zeros that follow it; 0 where none do
   */
  record Value(Argument given, boolean wide, int size) implements Slot {}

  /** How long that value is. */
  record ValueLength() implements Slot {}

  /** Where the two descriptors of socketpair() go. */
  record Pair() implements Slot {}

  /** The structures of poll(). */
  record Watched() implements Slot {}
}
