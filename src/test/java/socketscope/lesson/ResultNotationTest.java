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
        Argument.parse(Function.POLL.written().orElseThrow(), text, List.of(), Constants.linux());
    Expected option = new Expected.Option(new Operand.Given(expected));
    assertThat(ResultNotation.compare(option, found) instanceof StepOutcome.Met).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "getsockopt(5, SOL_SOCKET, SO_LINGER) = {l_onoff=1, l_linger=0}; {l_onoff=1, l_linger=0}",
        "getsockopt(5, SOL_SOCKET, SO_LINGER) = [{l_onoff=1, l_linger=0}]; {l_onoff=1, l_linger=0}",
        "getsockopt(5, SOL_SOCKET, SO_LINGER) = {1, 0}; {l_onoff=1, l_linger=0}",
        "getsockopt(5, IPPROTO_IP, IP_MULTICAST_IF) = [127.0.0.1]; 127.0.0.1",
        "getsockopt(5, SOL_SOCKET, SO_TYPE) = [SOCK_DGRAM]; 2",
        "getsockopt(5, SOL_SOCKET, SO_MEMINFO) = [0, 212992]; [0, 212992]",
        "getsockopt(5, IPPROTO_TCP, TCP_CONGESTION) = [\"reno\"]; \"reno\"",
        "ioctl(5, SIOCGIFFLAGS, {\"lo\"}) = {\"lo\", 0x49}; {ifr_name=\"lo\","
            + " ifr_flags=IFF_UP|IFF_LOOPBACK|IFF_RUNNING}",
        "ioctl(5, FIONREAD) = [4]; 4"
      })
  void whatAnOptionIsMayBeWrittenAsStraceDoes(String step, String written) throws Exception {
    Result told = Result.of(0).withWritten(Notation.written(written, Constants.linux()));
    assertThat(met("client: " + step, told)).isTrue();
    assertThat(met("client: " + step, Result.of(0).withWritten(new Argument.Number(77)))).isFalse();
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
