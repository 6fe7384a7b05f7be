package socketscope.lab;

import socketscope.event.SocketAddress;

/** The address is not loopback: the lab lets nobody in or out. */
public final class RefusedAddressException extends RefusedCallException {

  private static final long serialVersionUID = 1;

  private final transient SocketAddress address;
  private final boolean untied;

  RefusedAddressException(SocketAddress address, boolean untied) {
    super("not a loopback address: " + address);
    this.address = address;
    this.untied = untied;
  }

  /** The refused address. */
  public SocketAddress address() {
    return address;
  }

  /** Whether it would be allowed if the socket were tied to the loopback device. */
  public boolean untied() {
    return untied;
  }
}
