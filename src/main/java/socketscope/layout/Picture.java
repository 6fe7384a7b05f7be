package socketscope.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Activation;
import socketscope.diagram.Band;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Participant;
import socketscope.diagram.QueueSpan;
import socketscope.diagram.Stop;

/**
 * A diagram with every mark in its place. Headers have their own heights, from 0 to {@code
 * headerHeight}; all else is counted from the top of the body, in which the rows scroll.
 *
 * @param bodyHeight the height of all rows up to the end row, whether they are wanted or not
 * @param rows the wanted rows only
 */
public record Picture(
    double width,
    double headerHeight,
    double bodyHeight,
    Metrics metrics,
    List<HeaderShape> headers,
    List<ZoneShape> zones,
    List<Stem> stems,
    List<BandShape> bands,
    List<QueueShape> queues,
    List<ActivationShape> activations,
    List<StopShape> stops,
    List<WakeShape> wakes,
    List<RowShape> rows) {

  public Picture {
    headers = List.copyOf(headers);
    zones = List.copyOf(zones);
    stems = List.copyOf(stems);
    bands = List.copyOf(bands);
    queues = List.copyOf(queues);
    activations = List.copyOf(activations);
    stops = List.copyOf(stops);
    wakes = List.copyOf(wakes);
    rows = List.copyOf(rows);
  }

  /** How many rows the body has room for: those that are there, and those that are to come. */
  public int places() {
    return (int) Math.round((bodyHeight - metrics.top()) / metrics.row()) - 1;
  }

  /** Where a row is, or will be. */
  public Box place(int row) {
    return new Box(0, metrics.top() + row * metrics.row(), width, metrics.row());
  }

  /** The height of header and body. */
  public double height() {
    return headerHeight + bodyHeight;
  }

  /**
   * The head of a lifeline: whose it is, and what; y is counted from the top of the header.
   *
   * @param frame drawn dashed around the head of a foreign program; null for others
   */
  public record HeaderShape(Participant participant, Label name, Label kind, @Nullable Box frame) {}

  /** The ground between the two kernels that face each other. */
  public record ZoneShape(Box box, Label caption) {}

  /**
   * The line of a lifeline itself.
   *
   * @param ends whether its program ends at the bottom of it
   */
  public record Stem(Lifeline lifeline, double x, double top, double bottom, boolean ends) {}

  /** A state along a kernel's line. */
  public record BandShape(Band band, Box box, Ink ink) {}

  /** A thin line beside a kernel's bands for as long as a queue holds something. */
  public record QueueShape(QueueSpan waiting, Box box, Ink ink) {}

  /** A call that takes more than one row, along its program's line, with what is said beside it. */
  public record ActivationShape(Activation activation, Box box, List<Label> labels) {

    public ActivationShape {
      labels = List.copyOf(labels);
    }

    /**
     * The same with what is said beside it where that will stand, as soon as there is room.
     *
     * @param later the shapes of the calls when all has happened
     */
    ActivationShape named(List<ActivationShape> later) {
      List<Label> names =
          later.stream()
              .filter(other -> other.activation.callId() == activation.callId())
              .filter(other -> other.activation.progress() == activation.progress())
              .flatMap(other -> other.labels.stream())
              .toList();
      boolean hasRoom = names.stream().allMatch(name -> name.y() <= box.bottom());
      return new ActivationShape(activation, box, hasRoom ? names : List.of());
    }
  }

  /** A solid bar along a program's line for as long as the program is stopped. */
  public record StopShape(Stop stop, Box box) {}

  /**
   * The way from the packet that woke a blocked call to its return: a dot where the packet came in,
   * and a thin line down along the kernel.
   *
   * @param x1 the point of the packet's arrow
   * @param y1 its height
   * @param x2 where the return starts
   * @param y2 its height
   * @param radius of the dot
   */
  public record WakeShape(double x1, double y1, double x2, double y2, double radius) {

    /** The dot. */
    public Box dot() {
      return Box.around(x1, y1, 2 * radius, 2 * radius);
    }
  }
}
