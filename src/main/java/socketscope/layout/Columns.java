package socketscope.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import socketscope.diagram.Diagram;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Participant;
import socketscope.event.Role;

/** Where the lifelines stand from left to right. */
final class Columns {

  private static final double CALL_WEIGHT = 1;
  private static final double NETWORK_WEIGHT = 0.98;
  private static final double NEIGHBOR_WEIGHT = 0.85;
  private static final double FOLDED_NEIGHBOR_WEIGHT = 1.5;

  /** All packets of many programs cross here. */
  private static final double CROWDED_NETWORK_WEIGHT = 2.2;

  /** With more programs, each shares one line with its kernel, and all stand closer. */
  private static final int MOST_UNFOLDED = 6;

  private static final double NARROW = 0.7;

  private final Map<Lifeline, Double> places = new HashMap<>();
  private final Map<String, Participant> participants = new HashMap<>();
  private final List<Lifeline> lines = new ArrayList<>();
  private final boolean folded;
  private final double gap;

  /** How long calls are beside a folded line. */
  private final double stubLength;

  private final double width;
  private final double outer;

  Columns(Diagram diagram, LayoutOptions options) {
    int many = diagram.participants().size();
    folded = options.folded() || many > MOST_UNFOLDED;
    for (Participant participant : diagram.participants()) {
      participants.put(participant.program(), participant);
      addLines(participant);
    }
    Metrics metrics = options.metrics();
    double least = many > MOST_UNFOLDED ? NARROW * metrics.gap() : metrics.gap();
    outer = metrics.outer();
    stubLength = 1.25 * least;
    double weights = 0;
    for (int i = 1; i < lines.size(); i++) {
      weights += weight(lines.get(i - 1), lines.get(i));
    }
    double left = metrics.time() + metrics.outer() + stub(metrics, lines.isEmpty(), true);
    double right = metrics.outer() + stub(metrics, lines.isEmpty(), false);
    double room = options.width() - left - right;
    double fair = weights == 0 ? least : room / weights;
    gap = Math.clamp(fair, least, metrics.widestGap());
    double slack = Math.max(0, room - gap * weights);
    width = Math.max(options.width(), left + gap * weights + right);
    place(left + slack / 2);
  }

  private void addLines(Participant participant) {
    if (folded || participant.foreign()) {
      lines.add(participant.kernelLine());
      return;
    }
    boolean client = participant.role() == Role.CLIENT;
    lines.add(client ? participant.programLine() : participant.kernelLine());
    lines.add(client ? participant.kernelLine() : participant.programLine());
  }

  /** In a folded picture the calls of an outermost participant need room beside its line. */
  private double stub(Metrics metrics, boolean empty, boolean leftSide) {
    if (!folded || empty) {
      return 0;
    }
    Lifeline outermost = leftSide ? lines.getFirst() : lines.getLast();
    return outward(outermost.program()) < 0 == leftSide ? stubLength - metrics.outer() * 0.6 : 0;
  }

  private void place(double left) {
    double x = left;
    for (int i = 0; i < lines.size(); i++) {
      x += i == 0 ? 0 : gap * weight(lines.get(i - 1), lines.get(i));
      places.put(lines.get(i), x);
    }
  }

  private double weight(Lifeline left, Lifeline right) {
    if (left.program().equals(right.program())) {
      return CALL_WEIGHT;
    }
    boolean facing = outward(left.program()) != outward(right.program());
    boolean crowded = participants.size() > MOST_UNFOLDED;
    if (facing) {
      return crowded ? CROWDED_NETWORK_WEIGHT : NETWORK_WEIGHT;
    }
    return folded ? FOLDED_NEIGHBOR_WEIGHT : NEIGHBOR_WEIGHT;
  }

  /** -1 where the program is left of its kernel, 1 where it is right of it. */
  int outward(String program) {
    Participant participant = participants.get(program);
    return participant != null && participant.role() == Role.SERVER ? 1 : -1;
  }

  /** The lifelines that are drawn, from left to right. */
  List<Lifeline> lines() {
    return lines;
  }

  double x(Lifeline line) {
    return places.get(line);
  }

  double kernelX(String program) {
    return x(participants.get(program).kernelLine());
  }

  /** Where the program's line is, or would be if the picture were not folded. */
  double programX(String program) {
    Double x = places.get(participants.get(program).programLine());
    return x == null ? kernelX(program) + outward(program) * gap() : x;
  }

  boolean knows(String program) {
    return participants.containsKey(program);
  }

  boolean folded() {
    return folded;
  }

  /** How far the name of a state beside a kernel's line may reach. */
  double roomBeyond(String program) {
    if (folded || !alone(program)) {
      return gap();
    }
    // Beyond a foreign kernel there is another one's line, or the edge of the picture.
    int at = lines.indexOf(participants.get(program).kernelLine());
    int next = at + outward(program);
    boolean outermost = next < 0 || next >= lines.size();
    return outermost ? outer : Math.abs(x(lines.get(next)) - x(lines.get(at)));
  }

  /** Whether nothing but the network is between the lines of two programs' kernels. */
  boolean facing(String one, String other) {
    int apart =
        lines.indexOf(participants.get(one).kernelLine())
            - lines.indexOf(participants.get(other).kernelLine());
    return outward(one) != outward(other) && apart == outward(one);
  }

  /** Half of the way from a program's kernel to the next line on the side of the network. */
  double roomWithin(String program) {
    int at = lines.indexOf(participants.get(program).kernelLine());
    int next = at - outward(program);
    return next < 0 || next >= lines.size()
        ? gap()
        : Math.abs(x(lines.get(next)) - x(lines.get(at))) / 2;
  }

  /** Whether a program's kernel has no line of the program beside it. */
  boolean alone(String program) {
    Participant participant = participants.get(program);
    return folded || participant != null && participant.foreign();
  }

  /** The distance of a program and its kernel. */
  double gap() {
    return folded ? stubLength : gap;
  }

  double width() {
    return width;
  }
}
