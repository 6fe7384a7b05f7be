package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.constant.Constants;
import socketscope.event.Errno;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Result;

/** What the kernel answered is what the lesson expects, however that is written. */
class ResultNotationTest {

  private static boolean met(String step, Result result) throws LessonException {
    CallStep call = (CallStep) StepsParser.parse(step).steps().getLast();
    return ResultNotation.compare(call.expected(), result) instanceof StepOutcome.Met;
  }

  @ParameterizedTest
  @ValueSource(strings = {"O_RDWR|O_NONBLOCK", "0x802", "2050"})
  void aValueIsTheSameByNameAndByNumber(String value) throws LessonException {
    String step = "client: fcntl(5, F_GETFL) = " + value;
    assertThat(met(step, Result.of(2050))).isTrue();
    assertThat(met(step, Result.of(2))).isFalse();
  }

  @Test
  void anErrorIsTheSameByEachOfItsNames() throws LessonException {
    Result again = Result.failed(new Errno(11, "EAGAIN"));
    assertThat(met("client: recv(5, 4) = -1 EWOULDBLOCK", again)).isTrue();
    assertThat(met("client: recv(5, 4) = -1 EAGAIN", again)).isTrue();
    assertThat(met("client: recv(5, 4) = -1 EBADF", again)).isFalse();
  }

  @Test
  void whatWasWrittenIsTheSameWithTheNamesOfItsFieldsAndWithout()
      throws LessonException, NotationException {
    Result found =
        Result.of(1).withWritten(Notation.written("[{3, POLLIN|POLLHUP}]", Constants.linux()));
    assertThat(met("client: poll([{3, POLLIN}], 0) = [{3, POLLIN|POLLHUP}]", found)).isTrue();
    assertThat(met("client: poll([{3, POLLIN}], 0) = [{3, 0x11}]", found)).isTrue();
    assertThat(met("client: poll([{3, POLLIN}], 0) = [{fd=3, revents=0x11}]", found)).isTrue();
    assertThat(met("client: poll([{3, POLLIN}], 0) = [{3, POLLIN}]", found)).isFalse();
    assertThat(met("client: poll([{3, POLLIN}], 0) = [{4, 0x11}]", found)).isFalse();
  }

  @Test
  void theTwoDescriptorsOfAPairAreOnesOwn() throws LessonException {
    Result pair = Result.of(0).withDescriptors(List.of(5, 6));
    assertThat(met("client: socketpair(AF_UNIX, SOCK_STREAM) = [5, 6]", pair)).isTrue();
    assertThat(met("client: socketpair(AF_UNIX, SOCK_STREAM) = [5, 7]", pair)).isFalse();
  }
}
