package socketscope.kernel;

import socketscope.event.SocketAddress;

/** Why a call must not be given to the kernel: somebody else could be reached, or let in. */
public sealed interface Forbidden {

  /** The address might reach outside this machine or the programs' folder. */
  record Outside(SocketAddress address) implements Forbidden {}

  /**
   * The address stands for all of this machine's, and the socket is not tied to the loopback
   * device: whoever is on the network could get in.
   */
  record Untied(SocketAddress address) implements Forbidden {}

  /** A socket would be tied to another device than the loopback one, or untied from it. */
  record OtherDevice() implements Forbidden {}

  /** The program speaks with the application over that descriptor. */
  record Channel(long descriptor) implements Forbidden {}

  /** On no list of what is harmless where other programs are on the network. */
  record NotShared(String what) implements Forbidden {}

  /** On no list of what is harmless, wherever the program runs. */
  record Never(String what) implements Forbidden {}

  /** Packets would go by a way, or with headers, that the socket or the message chooses. */
  record OtherRoute() implements Forbidden {}
}
