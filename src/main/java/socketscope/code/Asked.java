package socketscope.code;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * Which calls name a port that the kernel chose and that only another program was told: its user
 * has to read it there, and tell it.
 */
final class Asked {

  private final Map<Long, Deed.Made> tellers = new HashMap<>();
  private final Set<Integer> ports = new HashSet<>();

  static Asked of(History history) {
    Asked asked = new Asked();
    Set<Integer> chosen = new HashSet<>();
    for (Deed deed : history.deeds()) {
      if (deed instanceof Deed.Made made
          && made.call().function() == Function.BIND
          && made.address() != null) {
        chosen.add(Ports.of(made.address()));
      }
    }
    for (String program : history.programs()) {
      Heard heard = Heard.of(history, program);
      for (Deed deed : history.of(program)) {
        if (deed instanceof Deed.Made made && heard.teller(made) == null) {
          asked.look(history, made, chosen);
        }
      }
    }
    return asked;
  }

  private void look(History history, Deed.Made made, Set<Integer> chosen) {
    SocketAddress address = made.address();
    int port = address == null ? 0 : Ports.of(address);
    if (port == 0 || chosen.contains(port)) {
      return;
    }
    history.deeds().stream()
        .filter(Deed.Made.class::isInstance)
        .map(Deed.Made.class::cast)
        .filter(teller -> !teller.program().equals(made.program()))
        .filter(teller -> teller.returned() < made.began() && tells(teller, port))
        .min(Comparator.comparingLong(Deed.Made::returned))
        .ifPresent(teller -> {
          tellers.put(made.callId(), teller);
          ports.add(port);
        });
  }

  private static boolean tells(Deed.Made teller, int port) {
    return teller.result() != null
        && teller.result().address() != null
        && Ports.of(teller.result().address()) == port;
  }

  /** For each such call the one that was told the port. */
  Map<Long, Deed.Made> tellers() {
    return tellers;
  }

  /** The call that told the port which this one names; null where no other program was told it. */
  Deed.@Nullable Made teller(Deed.Made made) {
    return tellers.get(made.callId());
  }

  boolean isAsked(int port) {
    return ports.contains(port);
  }
}
