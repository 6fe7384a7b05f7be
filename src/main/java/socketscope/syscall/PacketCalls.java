package socketscope.syscall;

import java.util.List;
import socketscope.event.Result;

/** The calls that only those who look at packets make. An instance belongs to one thread. */
public interface PacketCalls extends AutoCloseable {

  /**
   * What recvmsg(2) answered.
   *
   * @param result its value is the packet's whole length where MSG_TRUNC was asked for; its data
   *     what there was room for
   * @param nanos when the kernel received the packet (SO_TIMESTAMPNS, socket(7)), in nanoseconds
   *     since 1970, UTC; 0 where it does not say
   */
  record Message(Result result, long nanos) {}

  /** recvmsg(2). */
  Message recvmsg(int descriptor, int flags);

  /** if_nametoindex(3); 0 where there is no such interface. */
  int interfaceIndex(String name);

  /**
   * setsockopt(2) with SO_ATTACH_FILTER (socket(7)): from now on the socket gets the packets for
   * which the program returns more than 0.
   */
  Result attachFilter(int descriptor, List<FilterInstruction> program);

  /** Frees the native memory. */
  @Override
  void close();
}
