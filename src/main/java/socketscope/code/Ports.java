package socketscope.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import socketscope.event.SocketAddress;

/** The ports that the experiment's programs name, each with the name of a constant. */
final class Ports {

  private final List<Integer> ports = new ArrayList<>();
  private final Asked asked;

  Ports(Asked asked) {
    this.asked = asked;
  }

  static int of(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.port();
      case SocketAddress.Inet6 inet -> inet.port();
      case SocketAddress.Unix _, SocketAddress.Other _ -> 0;
    };
  }

  void add(SocketAddress address) {
    int port = of(address);
    if (port != 0 && !ports.contains(port)) {
      ports.add(port);
    }
  }

  /** The name of the address's port, or its number where it has none. */
  String name(SocketAddress address) {
    int port = of(address);
    int place = ports.indexOf(port);
    if (place < 0) {
      return Integer.toString(port);
    }
    return name(place);
  }

  /** A constant's name, or that of a variable where the kernel chose the port. */
  private String name(int place) {
    String name = ports.size() == 1 ? "PORT" : "PORT_" + (place + 1);
    return asked.isAsked(ports.get(place)) ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** The names that those texts hold, with their ports. */
  Map<String, Integer> named(List<String> names) {
    Map<String, Integer> found = new TreeMap<>();
    for (int place = 0; place < ports.size(); place++) {
      String name = name(place);
      if (names.contains(name) && !asked.isAsked(ports.get(place))) {
        found.put(name, ports.get(place));
      }
    }
    return found;
  }
}
