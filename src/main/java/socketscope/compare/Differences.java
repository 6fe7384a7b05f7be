package socketscope.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.compare.Difference.Aspect;
import socketscope.diagram.Look;
import socketscope.event.Argument;
import socketscope.event.Result;

/** Finds in what two calls differ that stand together. */
public final class Differences {

  private final StableNames leftNames;
  private final StableNames rightNames;
  private final boolean acksMatter;

  /**
   * Compares calls of two experiments.
   *
   * @param acksMatter whether one of them has no bare ACK at all: else when they come, and how
   *     many, is as the kernel likes it in each run
   */
  Differences(StableNames leftNames, StableNames rightNames, boolean acksMatter) {
    this.leftNames = leftNames;
    this.rightNames = rightNames;
    this.acksMatter = acksMatter;
  }

  List<Difference> of(ComparedCall left, ComparedCall right) {
    List<Difference> found = new ArrayList<>();
    boolean sameFunction = left.call().function() == right.call().function();
    if (!sameFunction) {
      String one = left.call().function().cName();
      found.add(new Difference(Aspect.FUNCTION, one, right.call().function().cName()));
    }
    arguments(left, right, found);
    result(left, right, sameFunction, found);
    if (left.blocked() != right.blocked()) {
      found.add(new Difference(Aspect.BLOCKED, blocked(left), blocked(right)));
    }
    packets(left, right, found);
    if (!Set.copyOf(left.states()).equals(Set.copyOf(right.states()))) {
      found.add(new Difference(Aspect.STATES, states(left), states(right)));
    }
    return List.copyOf(found);
  }

  /** Of two functions only what both take can be compared: what they share comes first. */
  private void arguments(ComparedCall left, ComparedCall right, List<Difference> found) {
    List<Argument> ours = left.call().arguments();
    List<Argument> theirs = right.call().arguments();
    boolean sameFunction = left.call().function() == right.call().function();
    int count =
        sameFunction
            ? Math.max(ours.size(), theirs.size())
            : Math.min(2, Math.min(ours.size(), theirs.size()));
    List<String> differLeft = new ArrayList<>();
    List<String> differRight = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Argument one = i < ours.size() ? ours.get(i) : null;
      Argument other = i < theirs.size() ? theirs.get(i) : null;
      if (!name(leftNames, one).equals(name(rightNames, other))) {
        differLeft.add(Objects.toString(one, ""));
        differRight.add(Objects.toString(other, ""));
      }
    }
    if (!differLeft.isEmpty()) {
      String joined = String.join(", ", differLeft);
      found.add(new Difference(Aspect.ARGUMENTS, joined, String.join(", ", differRight)));
    }
  }

  private static String name(StableNames names, @Nullable Argument argument) {
    return argument == null ? "" : names.of(argument);
  }

  private void result(
      ComparedCall left, ComparedCall right, boolean sameFunction, List<Difference> found) {
    Result ours = left.result();
    Result theirs = right.result();
    String one = ours == null ? "" : leftNames.answer(left.call().function(), ours, sameFunction);
    String other =
        theirs == null ? "" : rightNames.answer(right.call().function(), theirs, sameFunction);
    if (!one.equals(other)) {
      found.add(new Difference(Aspect.RESULT, shown(ours), shown(theirs)));
    }
  }

  /** An answer, or as much of it as tells the difference. */
  public static String shown(@Nullable Result result) {
    if (result == null) {
      return "";
    }
    if (result.failed()) {
      return String.valueOf(result.errno());
    }
    if (result.data() != null) {
      return result.data().toString();
    }
    return result.option() == null ? result.toString() : result.option();
  }

  private static String blocked(ComparedCall call) {
    return call.blocked() ? "..." : "";
  }

  private void packets(ComparedCall left, ComparedCall right, List<Difference> found) {
    List<SentPacket> ours = counting(left.packets());
    List<SentPacket> theirs = counting(right.packets());
    boolean same = ours.size() == theirs.size();
    for (int i = 0; same && i < ours.size(); i++) {
      same = ours.get(i).sameAs(theirs.get(i));
    }
    if (!same) {
      found.add(new Difference(Aspect.PACKETS, flags(left.packets()), flags(right.packets())));
    }
  }

  private List<SentPacket> counting(List<SentPacket> packets) {
    return packets.stream().filter(packet -> acksMatter || packet.look() != Look.ACK).toList();
  }

  private static String flags(List<SentPacket> packets) {
    return packets.stream().map(SentPacket::flags).collect(Collectors.joining(" · "));
  }

  /** Without the side, which is plain from the diagram. */
  private static String states(ComparedCall call) {
    return call.states().stream()
        .map(state -> state.substring(state.indexOf(' ') + 1))
        .distinct()
        .collect(Collectors.joining(" · "));
  }
}
