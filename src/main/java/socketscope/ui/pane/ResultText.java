package socketscope.ui.pane;

import socketscope.event.Result;

/** What a call answered, short enough to stand beside it. */
final class ResultText {

  private static final int LONGEST = 14;

  private ResultText() {}

  static String of(Result result) {
    StringBuilder text = new StringBuilder("= ").append(result);
    if (result.option() != null) {
      text.append(" [").append(cut(result.option())).append(']');
    } else if (result.data() != null && !result.failed() && result.data().length() > 0) {
      text.append(' ').append(cut(result.data().toString()));
    } else if (result.address() != null && !result.failed() && result.value() == 0) {
      text.append(' ').append(result.address());
    }
    return text.toString();
  }

  private static String cut(String text) {
    String end = text.startsWith("\"") ? "…\"" : "…";
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 2) + end;
  }
}
