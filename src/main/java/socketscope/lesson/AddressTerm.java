package socketscope.lesson;

import socketscope.event.SocketAddress;

/** An address as a lesson writes it. */
public sealed interface AddressTerm extends Operand {

  /** An address with its port in numbers. */
  record Fixed(SocketAddress address) implements AddressTerm {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * An address with a free port: {@code 127.0.0.1:p}.
   *
   * @param host the address, with port 0
   * @param port the name of the free port
   */
  record FreePort(SocketAddress host, String port) implements AddressTerm {
    @Override
    public String toString() {
      String withZero = host.toString();
      return withZero.substring(0, withZero.length() - 1) + port;
    }
  }

  /** The address that an earlier step of any program named. */
  record Named(String name) implements AddressTerm {
    @Override
    public String toString() {
      return name;
    }
  }
}
