package socketscope.constant;

/** A value that cannot be read, or that has no place in memory. */
public final class ValueException extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Reason {
    /** It is not written as a value is. */
    NOTATION,
    /** A backslash starts no escape. */
    ESCAPE,
    /** This system has no such constant, and it is no number. */
    CONSTANT,
    /** It is no address. */
    ADDRESS,
    /** The structure has no such field, or not so many. */
    FIELD,
    /** Something else belongs there: a number, a text, a structure or an array. */
    FORM,
    /** There is no room for so much. */
    LENGTH
  }

  private final Reason reason;
  private final String part;
  private final int offset;

  ValueException(Reason reason, String part, int offset) {
    super(reason + " at " + offset + ": " + part);
    this.reason = reason;
    this.part = part;
    this.offset = offset;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** The part of the value that is wrong. */
  public String part() {
    return part;
  }

  /** Where that part starts in the text that was read; 0 where none was. */
  public int offset() {
    return offset;
  }

  ValueException within(int start) {
    return new ValueException(reason, part, offset + start);
  }
}
