package socketscope.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.event.Event;
import socketscope.event.TcpState;
import socketscope.state.SocketHistory;
import socketscope.state.StateFold;
import socketscope.state.Transition;

/** The states that a trace tells of each connection beside those that the kernel went through. */
final class StatesBesideKernel {

  /** How much later than the packet that brings it a state may come on a busy machine. */
  private static final long LATER = 50_000_000;

  private static final Set<TcpState> UNTOLD =
      Set.of(TcpState.LISTEN, TcpState.SYN_SENT, TcpState.SYN_RECV);

  private StatesBesideKernel() {}

  /** Both ends' ports. */
  private record Ports(int local, int peer) {}

  /**
   * Where the two differ, in words.
   *
   * @param kernel what it has told since the experiment began
   */
  static List<String> differences(List<Event> events, List<KernelTransitions.Change> kernel) {
    StateFold fold = new StateFold();
    events.forEach(fold::add);
    Map<Ports, List<SocketHistory>> byPorts = new HashMap<>();
    for (SocketHistory history : fold.histories()) {
      if (!history.transitions().isEmpty() && history.local() != null && history.peer() != null) {
        Ports ports = new Ports(history.local().port(), history.peer().port());
        byPorts.computeIfAbsent(ports, _ -> new ArrayList<>()).add(history);
      }
    }
    List<String> wrong = new ArrayList<>();
    byPorts.forEach((ports, histories) -> {
      List<KernelTransitions.Change> theirs =
          kernel.stream()
              .filter(one -> one.localPort() == ports.local && one.peerPort() == ports.peer)
              .toList();
      // Of a socket that was used again, or of ports that were, only the last use can be told.
      compare(ports, histories.getLast().transitions(), theirs, wrong);
    });
    return wrong;
  }

  private static void compare(
      Ports ports,
      List<Transition> ours,
      List<KernelTransitions.Change> theirs,
      List<String> wrong) {
    List<Transition> lastUse = ours.subList(lastOpening(ours), ours.size());
    List<TcpState> told = states(lastUse.stream().map(Transition::to).toList());
    int begin = 0;
    for (int i = 0; i < theirs.size(); i++) {
      TcpState from = theirs.get(i).from();
      boolean opens =
          from == TcpState.CLOSED || from == TcpState.SYN_RECV || from == TcpState.LISTEN;
      begin = opens && theirs.get(i).to() != TcpState.CLOSED ? i : begin;
    }
    List<KernelTransitions.Change> last = theirs.subList(begin, theirs.size());
    List<TcpState> passed = states(last.stream().map(KernelTransitions.Change::to).toList());
    String what = "%d → %d: told %s, the kernel went %s";
    if (told.size() > passed.size() || !passed.subList(0, told.size()).equals(told)) {
      wrong.add(what.formatted(ports.local, ports.peer, told, passed));
      return;
    }
    for (Transition transition : lastUse) {
      last.stream()
          .filter(one -> one.to() == transition.to())
          .filter(one -> transition.event().stamp().nanos() < one.nanos() - LATER)
          .findFirst()
          .ifPresent(one ->
              wrong.add(
                  "%d → %d: %s is told %d µs before the kernel was there"
                      .formatted(
                          ports.local,
                          ports.peer,
                          one.to(),
                          (one.nanos() - transition.event().stamp().nanos()) / 1000)));
    }
  }

  private static int lastOpening(List<Transition> transitions) {
    int begin = 0;
    for (int i = 0; i < transitions.size(); i++) {
      begin = transitions.get(i).to() == TcpState.SYN_SENT ? i : begin;
    }
    return begin;
  }

  /**
   * What both tell: to the tracepoint a socket in TIME_WAIT is CLOSED, one in SYN_SENT has no port
   * yet, and a connection that a SYN has begun is no socket.
   */
  private static List<TcpState> states(List<TcpState> all) {
    List<TcpState> states = new ArrayList<>();
    for (TcpState one : all) {
      TcpState plain = one == TcpState.TIME_WAIT ? TcpState.CLOSED : one;
      boolean same = !states.isEmpty() && states.getLast() == plain;
      if (!UNTOLD.contains(plain) && !same) {
        states.add(plain);
      }
    }
    return states.equals(List.of(TcpState.CLOSED)) ? List.of() : states;
  }
}
