package socketscope.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/** Which addresses a program gives to calls because an earlier call has told them. */
final class Heard {

  private final Map<Long, Long> tellers = new HashMap<>();
  private final Set<Long> used = new HashSet<>();

  static Heard of(History history, String program) {
    Set<SocketAddress> chosen = chosen(history);
    Heard heard = new Heard();
    Map<SocketAddress, Long> told = new HashMap<>();
    for (Deed deed : history.of(program)) {
      if (deed instanceof Deed.Made made) {
        heard.note(made, told);
        if (made.succeeded() && made.result() != null && made.result().address() != null) {
          SocketAddress address = made.result().address();
          // Whoever answers writes to where the question came from, whether it is known or not.
          if (made.call().function() == Function.RECVFROM || !chosen.contains(address)) {
            told.put(address, made.callId());
          }
        }
      }
    }
    return heard;
  }

  private void note(Deed.Made made, Map<SocketAddress, Long> told) {
    SocketAddress address = made.address();
    if (made.call().function() != Function.BIND && address != null && told.containsKey(address)) {
      long teller = told.get(address);
      tellers.put(made.callId(), teller);
      used.add(teller);
    }
  }

  /** The addresses that somebody has bound with a port of their own choice. */
  static Set<SocketAddress> chosen(History history) {
    Set<SocketAddress> chosen = new HashSet<>();
    for (Deed deed : history.deeds()) {
      if (deed instanceof Deed.Made made && made.call().function() == Function.BIND) {
        SocketAddress address = made.address();
        if (address != null
            && (Ports.of(address) != 0
                || address instanceof SocketAddress.Unix unix && !unix.unnamed())) {
          chosen.add(address);
        }
      }
    }
    return chosen;
  }

  /** The call that told the address of this one; null where none did. */
  @Nullable Long teller(Deed.Made made) {
    return tellers.get(made.callId());
  }

  boolean isUsed(Deed.Made made) {
    return used.contains(made.callId());
  }
}
