package socketscope.lab;

import socketscope.event.SocketAddress;
import socketscope.kernel.Forbidden;

/** A call that was not made, and why. The kernel has not seen it. */
public abstract sealed class RefusedCallException extends Exception
    permits RefusedAddressException, RefusedDeviceException, ProgramNotRunningException {

  private static final long serialVersionUID = 1;

  RefusedCallException(String message) {
    super(message);
  }

  static RefusedCallException of(Forbidden forbidden) {
    return switch (forbidden) {
      case Forbidden.Outside(SocketAddress address) -> new RefusedAddressException(address, false);
      case Forbidden.Untied(SocketAddress address) -> new RefusedAddressException(address, true);
      case Forbidden.OtherDevice() -> new RefusedDeviceException();
    };
  }
}
