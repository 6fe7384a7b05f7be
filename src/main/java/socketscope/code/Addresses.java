package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * Where the addresses come from that calls are given. Ports that somebody chose are constants, the
 * same in all programs. An address that the kernel chose is taken from the call of the same program
 * that was told it; where only another program was told it, the user types the port.
 */
final class Addresses {

  private final Set<SocketAddress> bound = new HashSet<>();
  private final Map<String, CallMade> tellers = new HashMap<>();
  private final Set<Long> used = new HashSet<>();
  private final Map<String, CallMade> strangers = new HashMap<>();
  private final Set<Integer> typed = new HashSet<>();
  private final List<Integer> ports = new ArrayList<>();

  private Addresses() {}

  static Addresses of(History history) {
    Addresses addresses = new Addresses();
    history
        .calls()
        .filter(made -> made.is(Function.BIND) && made.address() != null)
        .forEach(made -> addresses.bound.add(made.address()));
    for (String program : history.programs()) {
      Map<SocketAddress, CallMade> told = new HashMap<>();
      history.calls(program).forEach(made -> addresses.look(history, made, told));
    }
    return addresses;
  }

  private void look(History history, CallMade made, Map<SocketAddress, CallMade> told) {
    for (SocketAddress address : made.call().addresses()) {
      if (!made.is(Function.BIND) && told.containsKey(address)) {
        tellers.put(use(made, address), told.get(address));
        used.add(told.get(address).callId());
      } else if (address.port() != 0) {
        askWhoWasTold(history, made, address);
        if (!ports.contains(address.port())) {
          ports.add(address.port());
        }
      }
    }
    made.told()
        // Whoever answers writes to where the question came from, whether it is known or not.
        .filter(name -> made.function().tellsSender() || !isChosen(name))
        .filter(_ -> made.server() == null)
        .ifPresent(name -> told.put(name, made));
  }

  /** Whether somebody has bound that address, with a port of their own choice. */
  private boolean isChosen(SocketAddress address) {
    return bound.contains(address)
        && (address.port() != 0 || address instanceof SocketAddress.Unix unix && !unix.unnamed());
  }

  private static String use(CallMade made, SocketAddress address) {
    return made.callId() + " " + address;
  }

  private void askWhoWasTold(History history, CallMade made, SocketAddress given) {
    int port = given.port();
    if (bound.stream().anyMatch(address -> address.port() == port)) {
      return;
    }
    history
        .calls()
        .filter(teller -> !teller.program().equals(made.program()))
        .filter(teller -> teller.returned() < made.began())
        .filter(teller -> teller.told().filter(name -> name.port() == port).isPresent())
        .min(Comparator.comparingLong(CallMade::returned))
        .ifPresent(teller -> {
          strangers.put(use(made, given), teller);
          typed.add(port);
        });
  }

  /** The call of the same program that was told what this one is given; null where none was. */
  @Nullable CallMade teller(CallMade made, SocketAddress address) {
    return tellers.get(use(made, address));
  }

  /** Whether a later call is given the address that this one was told. */
  boolean isUsed(CallMade made) {
    return used.contains(made.callId());
  }

  /** The call of another program that alone was told the port of that address; else null. */
  @Nullable CallMade stranger(CallMade made, SocketAddress address) {
    return strangers.get(use(made, address));
  }

  /** The name of a port's constant, or of the variable for what the user types; else its number. */
  String portName(SocketAddress address) {
    int place = ports.indexOf(address.port());
    return place < 0 ? Integer.toString(address.port()) : name(place);
  }

  private String name(int place) {
    String name = ports.size() == 1 ? "PORT" : "PORT_" + (place + 1);
    return typed.contains(ports.get(place)) ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** Those names that are constants, with their ports. */
  Map<String, Integer> constants(List<String> names) {
    Map<String, Integer> found = new TreeMap<>();
    for (int place = 0; place < ports.size(); place++) {
      if (names.contains(name(place)) && !typed.contains(ports.get(place))) {
        found.put(name(place), ports.get(place));
      }
    }
    return found;
  }
}
