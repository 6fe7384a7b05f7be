package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;

/** What getsockopt() writes, as strace does: an int in brackets, or the fields of a structure. */
final class OptionSpelling {

  private OptionSpelling() {}

  /**
   * The value that the kernel wrote.
   *
   * @param unwritten what stands there while it has written none
   */
  static String value(@Nullable Result result, String unwritten) {
    String option = result == null ? null : result.option();
    if (option == null) {
      return unwritten;
    }
    return option.startsWith("{") ? option : "[" + option + "]";
  }

  /** The length of the value in bytes: of an int, or of struct linger (socket(7)). */
  static String length(Call call) {
    String name = call.argument(2, Argument.Constant.class).expression();
    return name.equals("SO_LINGER") ? "[8]" : "[4]";
  }
}
