package socketscope.infer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/**
 * A call on a socket, from its start to its return.
 *
 * @param returned null while it has not returned
 */
record CallSpan(CallStarted started, @Nullable CallReturned returned) {

  /** The calls by which a program hands bytes to the kernel. */
  static final Set<Function> SENDING = Set.of(Function.SEND, Function.SENDTO, Function.WRITE);

  /** The calls by which a program takes bytes from the kernel. */
  static final Set<Function> RECEIVING = Set.of(Function.RECV, Function.RECVFROM, Function.READ);

  /** The calls after which a kernel says that no more bytes will come. */
  static final Set<Function> ENDING = Set.of(Function.SHUTDOWN, Function.CLOSE);

  Call call() {
    return started.call();
  }

  Function function() {
    return call().function();
  }

  long start() {
    return started.stamp().nanos();
  }

  /** When it returned; never, where it has not. */
  long end() {
    return returned == null ? Long.MAX_VALUE : returned.stamp().nanos();
  }

  /** Whether it returned between those moments, and returned more than 0. */
  boolean broughtSomething(long after, long until) {
    return end() > after && end() <= until && returned != null && returned.result().value() > 0;
  }

  /** Whether it failed like that. */
  boolean failedWith(String errno) {
    return returned != null
        && returned.result().errno() != null
        && returned.result().errno().name().equals(errno);
  }

  /** Whether it may have made the kernel send: a shutdown() that failed, or of reading, has not. */
  boolean effective() {
    boolean idle = failed() || call().is("how", "SHUT_RD");
    return function() != Function.SHUTDOWN || !idle;
  }

  private boolean failed() {
    return returned != null && returned.result().failed();
  }

  boolean succeeded() {
    return returned != null && !returned.result().failed();
  }

  /** The address that it names; null where it names none. */
  @Nullable SocketAddress target() {
    return call().address().orElse(null);
  }

  /** Whether one of its flags is that one. */
  boolean flagged(String flag) {
    return call().hasFlag(flag);
  }
}
