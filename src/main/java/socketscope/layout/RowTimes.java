package socketscope.layout;

import java.util.OptionalLong;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Row;

/**
 * What is written in the column of times: no two rows below each other read alike, but for those
 * before the first call, whose distance from it says nothing.
 */
final class RowTimes {

  private final Frame frame;

  RowTimes(Frame frame) {
    this.frame = frame;
  }

  String text(int index) {
    OptionalLong moment = moment(index);
    if (moment.isEmpty()) {
      return "";
    }
    if (moment.getAsLong() < 0) {
      return frame.wording().before();
    }
    char separator = frame.wording().decimalSeparator();
    for (int above = index - 1; above >= 0; above--) {
      OptionalLong written = moment(above);
      if (written.isPresent()) {
        return TimeText.below(written.getAsLong(), moment.getAsLong(), separator);
      }
    }
    return TimeText.of(moment.getAsLong(), separator);
  }

  /**
   * When a row was, since the origin; empty where no time is written. Nobody knows when exactly an
   * inferred packet passed, and in a gap nothing happened.
   */
  private OptionalLong moment(int index) {
    Row row = frame.diagram().rows().get(index);
    OptionalLong origin = frame.diagram().origin();
    return origin.isEmpty() || row instanceof InferredRow || row instanceof GapRow
        ? OptionalLong.empty()
        : OptionalLong.of(row.nanos() - origin.getAsLong());
  }
}
