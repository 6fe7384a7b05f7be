package socketscope.lab;

import socketscope.event.SocketAddress;
import socketscope.kernel.Forbidden;

/** A call that was not made, and why. The kernel has not seen it. */
public abstract sealed class RefusedCallException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedCallException(String message) {
    super(message);
  }

  static RefusedCallException of(Forbidden forbidden) {
    return switch (forbidden) {
      case Forbidden.Outside(SocketAddress address) -> new RefusedAddressException(address, false);
      case Forbidden.Untied(SocketAddress address) -> new RefusedAddressException(address, true);
      case Forbidden.OtherDevice() -> new RefusedDeviceException();
      case Forbidden.OtherRoute() -> new RefusedRouteException();
      case Forbidden.NotShared(String what) -> new RefusedRequestException(what, true);
      case Forbidden.Never(String what) -> new RefusedRequestException(what, false);
      case Forbidden.Channel(long descriptor) -> new RefusedDescriptorException(descriptor);
    };
  }

  /** The address is not loopback: the lab lets nobody in or out. */
  public static final class RefusedAddressException extends RefusedCallException {

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

  /** The call would tie a socket to another device than the loopback one, or untie it. */
  public static final class RefusedDeviceException extends RefusedCallException {

    private static final long serialVersionUID = 1;

    RefusedDeviceException() {
      super("not the loopback device");
    }
  }

  /** The call would choose by which way packets go. */
  public static final class RefusedRouteException extends RefusedCallException {

    private static final long serialVersionUID = 1;

    RefusedRouteException() {
      super("a way for packets to go");
    }
  }

  /** The call asks for what is on no list of what is harmless. */
  public static final class RefusedRequestException extends RefusedCallException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final boolean alone;

    RefusedRequestException(String what, boolean alone) {
      super("not known to be harmless: " + what);
      this.what = what;
      this.alone = alone;
    }

    /** What it asks for, in the names of the systems' headers. */
    public String what() {
      return what;
    }

    /** Whether it would be allowed where the programs are alone on their network. */
    public boolean alone() {
      return alone;
    }
  }

  /** The call names a descriptor over which its program speaks with the application. */
  public static final class RefusedDescriptorException extends RefusedCallException {

    private static final long serialVersionUID = 1;

    private final long descriptor;

    RefusedDescriptorException(long descriptor) {
      super("the program's own descriptor: " + descriptor);
      this.descriptor = descriptor;
    }

    /** The refused descriptor. */
    public long descriptor() {
      return descriptor;
    }
  }

  /** The program that should make the call has ended, or was never started. */
  public static final class ProgramNotRunningException extends RefusedCallException {

    private static final long serialVersionUID = 1;

    private final String program;

    ProgramNotRunningException(String program) {
      super(program + " is not running");
      this.program = program;
    }

    /** The program. */
    public String program() {
      return program;
    }
  }
}
