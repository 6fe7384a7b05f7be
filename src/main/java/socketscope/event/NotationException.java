package socketscope.event;

/** A text that does not say a call, or a part of one, in the notation of the lessons. */
public final class NotationException extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong; the sentence for the user is made from it, in the user's language. */
  public enum Reason {
    /** No such call. */
    FUNCTION,
    /** Too few or too many arguments; the detail is how the call is written. */
    ARGUMENTS,
    /** Not a descriptor. */
    DESCRIPTOR,
    /** Not a number, or out of its range. */
    NUMBER,
    /** Not a constant's name, nor a number. */
    CONSTANT,
    /** A constant that the system does not have. */
    UNKNOWN_CONSTANT,
    /** Not an address, such as {@code 127.0.0.1:5000}. */
    ADDRESS,
    /** Not a text in double quotes. */
    DATA,
    /** A backslash that starts no escape. */
    ESCAPE,
    /** Not a structure, such as {@code {1, 0}}; the detail is what its fields are. */
    STRUCTURE,
    /** Not a sequence, such as {@code [{3, POLLIN}]}. */
    SEQUENCE,
    /** Neither NULL nor BAD. */
    POINTER
  }

  private final Reason reason;
  private final String detail;
  private final int offset;

  /**
   * A fault in a text.
   *
   * @param detail the part at fault
   * @param offset where it starts in the text that was read, from 0
   */
  public NotationException(Reason reason, String detail, int offset) {
    super(reason + " at " + offset + ": " + detail);
    this.reason = reason;
    this.detail = detail;
    this.offset = offset;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** The part at fault. */
  public String detail() {
    return detail;
  }

  /** Where it starts, from 0. */
  public int offset() {
    return offset;
  }

  /** The same fault in a longer text, in which this one starts at {@code start}. */
  public NotationException within(int start) {
    return new NotationException(reason, detail, offset + start);
  }
}
