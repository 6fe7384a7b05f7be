package socketscope.lab;

import socketscope.event.SocketAddress;

/** The address is not loopback: the lab lets nobody in or out. */
public final class RefusedAddressException extends RefusedCallException {

  private static final long serialVersionUID = 1;

  private final transient SocketAddress address;

  RefusedAddressException(SocketAddress address) {
    super("not a loopback address: " + address);
    this.address = address;
  }

  /** The refused address. */
  public SocketAddress address() {
    return address;
  }
}
