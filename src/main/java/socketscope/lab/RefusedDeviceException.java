package socketscope.lab;

/** The call would tie a socket to another device than the loopback one, or untie it. */
public final class RefusedDeviceException extends RefusedCallException {

  private static final long serialVersionUID = 1;

  RefusedDeviceException() {
    super("not the loopback device");
  }
}
