package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;

class CallTextTest {

  @Test
  void theCSpellingKeepsTheNamesOfC() {
    assertThat(CallText.of(Play.call("send(5, \"hola\")"), Result.of(4)))
        .isEqualTo("send(5, \"hola\", 4, 0) = 4");
    assertThat(CallText.of(Play.call("bind(5, 127.0.0.1:5000)"), Result.of(0)))
        .isEqualTo(
            "bind(5, {sa_family=AF_INET, sin_port=htons(5000),"
                + " sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0");
    assertThat(CallText.of(Play.call("socket(AF_INET, SOCK_STREAM, 0)"), null))
        .isEqualTo("socket(AF_INET, SOCK_STREAM, 0)");
  }

  @Test
  void anErrnoComesWithTheSystemsWords() {
    assertThat(CallText.of(Play.call("close(5)"), Play.failure(9, "EBADF")))
        .isEqualTo("close(5) = -1 EBADF (Bad file descriptor)");
  }

  @Test
  void anInterruptedCallIsEintrToTheProgramOnly() {
    Call recv = Play.call("recv(5, 100)");
    Result interrupted = Play.failure(4, "EINTR");
    assertThat(CallText.of(recv, interrupted))
        .isEqualTo("recv(5, buf, 100, 0) = -1 EINTR (Interrupted system call)");
    assertThat(CallText.straceLine(recv, interrupted))
        .isEqualToNormalizingWhitespace(
            "recvfrom(5, buf, 100, 0, NULL, NULL) = ? ERESTARTSYS (To be restarted if SA_RESTART"
                + " is set)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "socket(-1, 1, 0)|socket(0xffffffff /* AF_??? */, SOCK_STREAM, 0)",
        "shutdown(3, 2)|shutdown(3, SHUT_RDWR)"
      })
  void numbersAreNamedAndUnknownNamesKept(String call, String spelled) {
    assertThat(CallText.straceLine(Play.call(call), Result.of(0)))
        .isEqualToNormalizingWhitespace(spelled + " = 0");
  }

  @Test
  void aStreamsRecvfromIsToldNoSender() {
    assertThat(CallText.straceLine(Play.call("recvfrom(5, 100)"), Result.of(0)))
        .isEqualTo("recvfrom(5, \"\", 100, 0, addr, [128 => 0]) = 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "family 2 hex:12347f0000010000000000000000|{sa_family=AF_INET, sin_port=htons(4660), sin_addr=inet_addr(\"127.0.0.1\")}, 16",
        "family 2 hex:1234|{sa_family=AF_INET, sa_data=\"\\0224\"}, 4",
        "family 10 hex:1234000000000000000000000000000000000000000100000000|{sa_family=AF_INET6, sin6_port=htons(4660), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28",
        "family 1 \"chat\"|{sa_family=AF_UNIX, sun_path=\"chat\"}, 6"
      })
  void addressesByTheirBytesAreToldByTheirFields(String address, String spelled) {
    assertThat(CallText.straceLine(Play.call("bind(5, " + address + ")"), Result.of(0)))
        .isEqualTo("bind(5, " + spelled + ") = 0");
  }

  @Test
  void theErrorOfASocketIsTold() {
    Call call = Play.call("getsockopt(5, SOL_SOCKET, SO_ERROR)");
    assertThat(CallText.straceLine(call, Result.of(0).withWritten(new Argument.Number(111))))
        .isEqualTo("getsockopt(5, SOL_SOCKET, SO_ERROR, [ECONNREFUSED], [4]) = 0");
    assertThat(CallText.straceLine(call, Result.of(0).withWritten(new Argument.Number(0))))
        .isEqualTo("getsockopt(5, SOL_SOCKET, SO_ERROR, [0], [4]) = 0");
  }

  /** The lines of strace 6.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hola|\"hola\"",
        "\\x00\\x01\\x31ñ\\n\\t|\"\\0\\0011\\303\\261\\n\\t\"",
        "\\x7f\\x1b[|\"\\177\\33[\"",
        "\\x00|\"\\0\"",
        "\\x008|\"\\0008\"",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab|\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"..."
      })
  void bytesAreSpelledAsStraceDoes(String escaped, String spelled) throws Exception {
    Bytes bytes = Bytes.unescape(escaped);
    Call call =
        new Call(Function.WRITE, List.of(new Argument.Descriptor(4), new Argument.Data(bytes)));
    assertThat(CallText.straceLine(call, null))
        .isEqualTo("write(4, " + spelled + ", " + bytes.length() + " <unfinished ...>");
  }
}
