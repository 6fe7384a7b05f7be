package socketscope.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;

/** The programs met so far. */
final class Participants {

  private final Map<String, Participant> met = new LinkedHashMap<>();

  Participants copy() {
    Participants copy = new Participants();
    copy.met.putAll(met);
    return copy;
  }

  void meet(String program) {
    met.computeIfAbsent(program, name -> new Participant(name, Role.of(name), 0, Span.OPEN, false));
  }

  void started(ProgramStarted event) {
    met.put(
        event.program(),
        new Participant(event.program(), event.role(), event.pid(), Span.OPEN, false));
  }

  /** A foreign program takes part; false where that is known. */
  boolean foreign(ForeignSocketSeen event) {
    Participant known = met.get(event.program());
    if (known != null && known.foreign()) {
      return false;
    }
    met.put(
        event.program(),
        new Participant(event.program(), event.role(), event.pid(), Span.OPEN, true));
    return true;
  }

  void ended(String program, int row) {
    meet(program);
    met.computeIfPresent(program, (_, known) -> known.endedIn(row));
  }

  /**
   * The first participant of the other side, whose kernel is drawn to answer where nobody has the
   * address; the same one where there is no other, for one kernel serves all of them. A foreign one
   * is known by its address, or not at all. Null for a program that does not take part.
   */
  @Nullable String facing(String program) {
    Participant known = met.get(program);
    for (Participant other : met.values()) {
      if (known != null && other.role() != known.role() && !other.foreign()) {
        return other.program();
      }
    }
    return known == null ? null : program;
  }

  /**
   * Clients from the outermost to the first one, then servers from the first one to the outermost:
   * the first of each face each other, and no call crosses another participant's line. They stand
   * in the order of their numbers, for processes begin to run in any order, and else as met.
   */
  List<Participant> leftToRight() {
    List<Participant> clients = new ArrayList<>();
    List<Participant> servers = new ArrayList<>();
    List<Participant> inOrder = new ArrayList<>(met.values());
    inOrder.sort(Comparator.comparingInt(Participants::number));
    for (Participant participant : inOrder) {
      switch (participant.role()) {
        case CLIENT -> clients.addFirst(participant);
        case SERVER -> servers.add(participant);
      }
    }
    clients.addAll(servers);
    return clients;
  }

  /** 12 of client12, and of its children; 1 of client, which is the first one. */
  private static int number(Participant participant) {
    String digits = participant.program().replaceFirst("\\..*", "").replaceFirst("^.*\\D", "");
    return digits.isEmpty() || digits.length() > 8 ? 1 : Integer.parseInt(digits);
  }
}
