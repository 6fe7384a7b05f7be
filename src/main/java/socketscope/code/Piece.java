package socketscope.code;

/** A part of what a program prints of a call, before it knows the answer. */
sealed interface Piece {

  /** Always the same. */
  record Text(String text) implements Piece {}

  /** The number of a descriptor. */
  record Number(Handle handle) implements Piece {}

  /** A port that has a constant. */
  record Port(String name, int port) implements Piece {}

  /** An address that was told to the program. */
  record Address(Target.Heard heard) implements Piece {}

  /** What it comes to in the experiment, with descriptors by their names. */
  default String inTheExperiment() {
    return switch (this) {
      case Text(String text) -> text;
      case Number(Handle handle) -> handle.text();
      case Port(_, int port) -> Integer.toString(port);
      case Address(Target.Heard heard) -> heard.address().toString();
    };
  }
}
