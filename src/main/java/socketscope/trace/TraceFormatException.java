package socketscope.trace;

import socketscope.text.Texts;

/** A file that is no trace, or not one that this version can read. */
public final class TraceFormatException extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong with it; each has a sentence in the texts of area {@code trace}. */
  public enum Fault {
    NO_TRACE,
    OTHER_VERSION,
    NOT_JSON,
    MISSING_FIELD,
    BAD_FIELD,
    UNKNOWN_KIND
  }

  private final Fault fault;
  private final int line;
  private final String detail;

  TraceFormatException(Fault fault, int line, String detail) {
    super("line " + line + ": " + fault + " " + detail);
    this.fault = fault;
    this.line = line;
    this.detail = detail;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** The line at fault, from 1. */
  public int line() {
    return line;
  }

  /** The sentence for people. */
  public String sentence(Texts traceTexts) {
    return traceTexts.get("fault." + fault, line, detail, TraceHeader.VERSION);
  }
}
