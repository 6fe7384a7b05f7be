package socketscope.json;

/** A line that is not what it should be. */
public final class JsonFormatException extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Fault {
    /** It is no JSON object. */
    NOT_JSON,
    /** A field is missing; the detail is its name. */
    MISSING_FIELD,
    /** A field has a value that it cannot have; the detail is its name. */
    BAD_FIELD,
    /** An event of a kind that this version does not know; the detail is the kind. */
    UNKNOWN_KIND
  }

  private final Fault fault;
  private final String detail;

  JsonFormatException(Fault fault, String detail) {
    super(fault + ": " + detail);
    this.fault = fault;
    this.detail = detail;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** The field or the kind it is about; empty where there is none. */
  public String detail() {
    return detail;
  }
}
