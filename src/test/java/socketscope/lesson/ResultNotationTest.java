package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.lesson.LessonStep.CallStep;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[{3, POLLIN|POLLHUP}]; true", "[{3, 0x11}]; true", "[{fd=3, revents=17}]; true",
        "[{3, POLLIN}]; false", "[{4, 0x11}]; false", "[]; false"
      })
  void whatWasWrittenIsTheSameWithTheNamesOfItsFieldsAndWithout(String text, boolean same)
      throws NotationException {
    Result found =
        Result.of(1).withWritten(Notation.written("[{3, POLLIN|POLLHUP}]", Constants.linux()));
    Argument expected =
        Argument.parse(
            Function.POLL.written().orElseThrow(), text, List.of(), Constants.linux());
    Expected option = new Expected.Option(new Operand.Given(expected));
    assertThat(ResultNotation.compare(option, found) instanceof StepOutcome.Met).isEqualTo(same);
  }

  @Test
  void aValueMayHaveMoreFieldsThanTheLessonNames() throws NotationException {
    Result told =
        Result.of(4)
            .withWritten(
                Notation.written(
                    "{msg_flags=MSG_TRUNC, msg_control=[{SOL_SOCKET, SCM_RIGHTS, [7]}]}",
                    Constants.linux()));
    Argument expected =
        Argument.parse(
            Function.RECVMSG.written().orElseThrow(),
            "{msg_flags=0x20}",
            List.of(),
            Constants.linux());
    Expected option = new Expected.Option(new Operand.Given(expected));
    assertThat(ResultNotation.compare(option, told)).isInstanceOf(StepOutcome.Met.class);
  }
}
