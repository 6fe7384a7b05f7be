package socketscope.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What strerror(3) says of an errno, in the C locale: words of the system, so not translated. */
public final class ErrorMessages {

  private ErrorMessages() {}

  /** {@code Connection refused} for ECONNREFUSED; empty for a name that Linux does not have. */
  public static Optional<String> of(String errno) {
    ResourceBundle messages = ResourceBundle.getBundle("socketscope.explain.strerror", Locale.ROOT);
    return messages.containsKey(errno) ? Optional.of(messages.getString(errno)) : Optional.empty();
  }
}
