package socketscope.code;

/**
 * What a call names its socket by.
 *
 * @param text the name of a variable, or a number
 * @param variable whether it is a variable
 * @param kind what its socket is
 * @param open whether the program has not closed it
 */
record Handle(String text, boolean variable, Kind kind, boolean open) {

  /** What a socket is, or becomes: languages that have a type for each want to know early. */
  enum Kind {
    LISTENER,
    STREAM,
    DATAGRAM,
    OTHER
  }

  static Handle number(int number) {
    return new Handle(Integer.toString(number), false, Kind.OTHER, true);
  }

  Handle closed() {
    return new Handle(text, variable, kind, false);
  }
}
