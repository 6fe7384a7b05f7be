package socketscope.layout;

import java.util.List;

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

  /** The height of header and body. */
  public double height() {
    return headerHeight + bodyHeight;
  }
}
