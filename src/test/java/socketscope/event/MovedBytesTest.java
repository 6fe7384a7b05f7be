package socketscope.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many bytes calls have moved. */
class MovedBytesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send(5, \"hola\", 0)",
        "sendmmsg(5, [{msg_iov=[\"hola\"]}, {msg_iov=[\"adios\"]}], 0)",
        "recv(5, 10, 0)",
        "recvmmsg(5, [{msg_iov=[10]}, {msg_iov=[10]}], 0)",
        "close(5)",
      })
  void aCallThatFailedMovesNothing(String text) throws NotationException {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    Call call = Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1)));
    Result failed = Result.failed(new Errno(11, "EAGAIN"));
    assertThat(call.moved(failed)).isZero();
    assertThat(call.sent(failed)).isEmpty();
    assertThat(call.received(failed)).isEmpty();
  }
}
