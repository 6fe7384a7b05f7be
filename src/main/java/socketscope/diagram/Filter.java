package socketscope.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketId;
import socketscope.packet.Happening;

/**
 * Which rows of a diagram are wanted. Filtering changes the picture, never the experiment: states,
 * blocked calls and queues stay, between the rows that are left. So do rows that somebody has noted
 * something about, but where only one socket is wanted, and they are of another.
 *
 * @param hidesAcks segments that acknowledge, and do nothing else, are left out
 * @param hidesProbes so are a kernel's probes (keep-alive, zero window) and their answers
 * @param only the socket whose calls and packets alone are shown, with what concerns no socket;
 *     null for all
 * @param collapses what comes again and again is one row, which tells how often
 */
public record Filter(
    boolean hidesAcks, boolean hidesProbes, @Nullable SocketId only, boolean collapses) {

  /** Everything is shown. */
  public static final Filter NONE = new Filter(false, false, null, false);

  private static final Set<Happening> PROBES =
      EnumSet.of(
          Happening.KEEP_ALIVE,
          Happening.KEEP_ALIVE_ANSWER,
          Happening.ZERO_WINDOW_PROBE,
          Happening.ZERO_WINDOW_PROBE_ANSWER);

  /** The same, hiding bare ACKs or not. */
  public Filter hidingAcks(boolean wanted) {
    return new Filter(wanted, hidesProbes, only, collapses);
  }

  /** The same, hiding probes or not. */
  public Filter hidingProbes(boolean wanted) {
    return new Filter(hidesAcks, wanted, only, collapses);
  }

  /** The same for that socket; null for all. */
  public Filter only(@Nullable SocketId socket) {
    return new Filter(hidesAcks, hidesProbes, socket, collapses);
  }

  /** The same, collapsing what repeats or not. */
  public Filter collapsing(boolean wanted) {
    return new Filter(hidesAcks, hidesProbes, only, wanted);
  }

  /**
   * What is left of a diagram.
   *
   * @param events those that the diagram was folded from
   */
  public Diagram over(Diagram diagram, List<? extends Event> events) {
    Diagram left = diagram;
    if (hidesAcks || hidesProbes || only != null) {
      SocketEnds ends = only == null ? null : SocketEnds.of(only, events);
      Set<Integer> noted =
          diagram.annotations().stream().map(Annotation::row).collect(Collectors.toSet());
      RowReplacement replacement = new RowReplacement(diagram.rows().size());
      for (int i = 0; i < diagram.rows().size(); i++) {
        Row row = diagram.rows().get(i);
        if (wants(row, noted.contains(i), ends)) {
          replacement.keep(i, row);
        } else {
          replacement.drop(i);
        }
      }
      left = replacement.over(diagram);
    }
    return collapses ? Repeats.collapse(left) : left;
  }

  private boolean wants(Row row, boolean noted, @Nullable SocketEnds ends) {
    boolean probe = row instanceof PacketRow packet && isProbe(packet);
    if (!noted && (probe ? hidesProbes : hidesAcks && row.look() == Look.ACK)) {
      return false;
    }
    return ends == null || ends.concern(row);
  }

  private static boolean isProbe(PacketRow row) {
    return row.reading().happenings().stream().anyMatch(PROBES::contains);
  }
}
