package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.SocketId;

/**
 * What is known of one call so far.
 *
 * @param since when it was started, or queued where it has not been started; nanoseconds
 * @param running whether the kernel has been asked and has not answered
 * @param blockedAt when it was first seen asleep; -1 where it never was
 */
record CallStory(
    long id,
    String program,
    @Nullable SocketId socket,
    Call call,
    long since,
    boolean running,
    long blockedAt,
    @Nullable CallReturned returned) {

  boolean is(Function... functions) {
    for (Function function : functions) {
      if (call.function() == function) {
        return true;
      }
    }
    return false;
  }

  boolean receives() {
    return is(Function.RECV, Function.RECVFROM, Function.READ);
  }

  boolean blocked() {
    return blockedAt >= 0;
  }

  CallStory asleep(long nanos) {
    long first = blocked() ? blockedAt : nanos;
    return new CallStory(id, program, socket, call, since, running, first, returned);
  }

  CallStory ended(CallReturned result) {
    return new CallStory(id, program, socket, call, since, false, blockedAt, result);
  }
}
