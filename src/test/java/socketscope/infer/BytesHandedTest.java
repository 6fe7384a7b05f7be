package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import socketscope.diagram.EventScript;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Result;
import socketscope.event.SocketId;
import socketscope.event.Stamp;
import socketscope.socket.MadeCall;

/** Which call handed over a byte, held against adding them up one after the other. */
class BytesHandedTest {

  private static final SocketId SOCKET = SocketId.parse("client#1");
  private static final int NEVER = -2;

  private static MadeCall span(long nanos, int result) {
    Stamp stamp = new Stamp(nanos, "client", nanos);
    CallStarted started =
        new CallStarted(stamp, nanos, SOCKET, 1, EventScript.parse("send(5, \"hola\", 0)"));
    return new MadeCall(
        null,
        started,
        null,
        result == NEVER
            ? null
            : new CallReturned(
                new Stamp(nanos + 1, "client", nanos), nanos, SOCKET, null, answer(result)),
        0,
        MadeCall.NONE);
  }

  private static Result answer(long result) {
    return result < 0 ? EventScript.failed(11, "EAGAIN") : Result.of(result);
  }

  private static Optional<MadeCall> added(List<MadeCall> calls, long begin, long number) {
    long sum = 0;
    for (MadeCall span : calls) {
      if (span.since() >= begin) {
        sum += span.returned() == null ? number : Math.max(0, span.returned().result().value());
        if (sum >= number) {
          return Optional.of(span);
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void aCallThatNeverReturnsHidesNoneAfterIt() {
    List<MadeCall> calls = List.of(span(10, 4), span(20, NEVER), span(30, 4), span(40, 3));
    BytesHanded handed = new BytesHanded(calls);
    assertThat(handed.call(0, 4)).contains(calls.get(0));
    assertThat(handed.call(0, 5)).contains(calls.get(1));
    assertThat(handed.call(30, 4)).contains(calls.get(2));
    assertThat(handed.call(30, 5)).contains(calls.get(3));
    assertThat(handed.call(30, 8)).isEmpty();
  }

  @Test
  void eachByteIsFoundAsByAddingUp() {
    Random random = new Random(25);
    for (int run = 0; run < 300; run++) {
      List<MadeCall> calls = new ArrayList<>();
      for (int i = 0; i < random.nextInt(12); i++) {
        calls.add(span(10L * i, random.nextInt(8) == 0 ? NEVER : random.nextInt(6) - 1));
      }
      BytesHanded handed = new BytesHanded(calls);
      for (long begin = 0; begin < 120; begin += 10) {
        for (long number = 1; number < 30; number++) {
          assertThat(handed.call(begin, number)).isEqualTo(added(calls, begin, number));
        }
      }
    }
  }
}
