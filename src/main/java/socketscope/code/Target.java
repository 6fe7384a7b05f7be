package socketscope.code;

import socketscope.event.SocketAddress;

/** The address that a call is given. */
sealed interface Target {

  SocketAddress address();

  /**
   * A host and a port that are known beforehand.
   *
   * @param port the name of the port's constant, or its number
   */
  record Fixed(SocketAddress address, String port) implements Target {
    String host() {
      return switch (address) {
        case SocketAddress.Inet4 inet -> inet.host();
        case SocketAddress.Inet6 inet -> inet.host();
        case SocketAddress.Unix _, SocketAddress.Other _ -> address.toString();
      };
    }

    /** Whether the port has a name. */
    boolean isNamed() {
      return Character.isLetter(port.charAt(0));
    }
  }

  /** The one that an earlier call of the same program has written into that variable. */
  record Told(String variable, SocketAddress address) implements Target {}
}
