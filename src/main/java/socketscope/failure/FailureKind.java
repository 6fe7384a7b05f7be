package socketscope.failure;

/**
 * What a failure has in common with those that come again and again of the same cause.
 *
 * @param type the class of the exception
 * @param place where it was thrown; its message where that is not known
 */
public record FailureKind(String type, String place) {

  /** The kind of a failure. */
  public static FailureKind of(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? String.valueOf(failure.getMessage()) : trace[0].toString();
    return new FailureKind(failure.getClass().getName(), place);
  }
}
