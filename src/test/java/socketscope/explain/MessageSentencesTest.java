package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.text.Language;

/** Messages, select() and epoll: strace's spelling, and what is said of them. */
class MessageSentencesTest {

  private static String happened(Play play) {
    return String.join(" ", Sentences.of(Language.ENGLISH).happened(play.events()));
  }

  private static Argument written(String text) {
    try {
      return Notation.written(text, Constants.linux());
    } catch (NotationException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Result received(String data, String told) {
    Result result = Result.of(data.length()).withData(Bytes.utf8(data));
    return told.isEmpty() ? result : result.withWritten(written(told));
  }

  private static Play datagrams() {
    return new Play()
        .call("server", "socket(AF_INET, SOCK_DGRAM, 0)", 3)
        .call("server", "bind(3, 127.0.0.1:5000)", 0);
  }

  @Test
  void addressAndTtlOfADatagramAreTold() {
    String told =
        "{msg_control=[{IPPROTO_IP, IP_PKTINFO, {ipi_ifindex=1, ipi_spec_dst=127.0.0.2,"
            + " ipi_addr=127.0.0.2}}, {IPPROTO_IP, IP_TTL, 7}]}";
    Play play = datagrams().call("server", "recvmsg(3, {msg_iov=[100]}, 0)", received("x", told));
    assertThat(happened(play))
        .contains("sent to 127.0.0.2, and came in by interface 1")
        .contains("TTL was 7");
  }

  @Test
  void whatIsCutOffIsTold() {
    Play play =
        datagrams()
            .call(
                "server",
                "recvmsg(3, {msg_iov=[2, 2]}, 0)",
                received("hola", "{msg_flags=MSG_TRUNC|MSG_CTRUNC}"));
    assertThat(happened(play)).contains("MSG_TRUNC stands").contains("MSG_CTRUNC stands");
  }

  @Test
  void descriptorThatArrivesIsTheOneThatWasSent() {
    Play play =
        new Play()
            .call("client", "socket(AF_UNIX, SOCK_STREAM, 0)", 3)
            .call("client", "socket(AF_INET, SOCK_DGRAM, 0)", 4)
            .call("client", "bind(4, 127.0.0.1:5000)", 0)
            .call("server", "socket(AF_UNIX, SOCK_STREAM, 0)", 3)
            .call(
                "client",
                "sendmsg(3, {msg_iov=[\"f\"], msg_control=[{SOL_SOCKET, SCM_RIGHTS, [4]}]}, 0)",
                1)
            .call("client", "close(4)", 0)
            .call(
                "server",
                "recvmsg(3, {msg_iov=[9]}, 0)",
                received("f", "{msg_control=[{SOL_SOCKET, SCM_RIGHTS, [7]}]}"));
    assertThat(happened(play))
        .contains("Descriptor 7 came with it")
        .contains("the socket with the address 127.0.0.1:5000")
        .contains("client sent as its number 4");
  }

  @Test
  void eachOfSeveralMessagesIsTold() {
    Result result =
        Result.of(2)
            .withData(Bytes.utf8("unodos"))
            .withWritten(written("[{msg_len=3}, {msg_len=3, msg_name=[::1]:5000}]"));
    Play play =
        datagrams().call("server", "recvmmsg(3, [{msg_iov=[9]}, {msg_iov=[9]}], 0)", result);
    assertThat(happened(play))
        .contains("Message 1: \"uno\".")
        .contains("Message 2: \"dos\", from [::1]:5000.");
  }

  @Test
  void numbersThatSelectDoesNotLookAtAreNamed() {
    Play play = datagrams().call("server", "select(1, [3], [], [], {0, 1000})", 0);
    assertThat(happened(play)).contains("nfds is 1");
  }

  @Test
  void levelAndEdgeAreToldApart() {
    Result ready = Result.of(1).withWritten(written("[{EPOLLIN, 3}]"));
    Play level =
        datagrams()
            .call("server", "epoll_create1(0)", 4)
            .call("server", "epoll_ctl(4, EPOLL_CTL_ADD, 3, {EPOLLIN})", 0)
            .call("server", "epoll_wait(4, 8, 0)", ready);
    assertThat(happened(level)).contains("(level)");
    Play edge =
        datagrams()
            .call("server", "epoll_create1(0)", 4)
            .call("server", "epoll_ctl(4, EPOLL_CTL_ADD, 3, {EPOLLIN|EPOLLET})", 0)
            .call("server", "epoll_wait(4, 8, 0)", ready);
    assertThat(happened(edge)).contains("(edge)");
    edge.observe("server", 3, null, "127.0.0.1:5000", null, 2, -1)
        .call("server", "epoll_wait(4, 8, 0)", 0);
    assertThat(happened(edge)).contains("2 bytes wait at descriptor 3");
  }

  @Test
  void structuresAreSpelledAsStraceSpellsThem() {
    assertThat(CallText.straceLine(Play.call("writev(3, [\"AB\", \"C\"])"), Result.of(3)))
        .startsWith("writev(3, [{iov_base=\"AB\", iov_len=2}, {iov_base=\"C\", iov_len=1}], 2)");
    assertThat(
            CallText.straceLine(
                Play.call("select(9, [3, 4], [], [], {0, 5})"),
                Result.of(1).withWritten(written("{readfds=[4]}"))))
        .isEqualTo(
            "pselect6(9, [3 4], NULL, NULL, {tv_sec=0, tv_nsec=5000}, NULL)"
                + " = 1 (in [4], left timeout)");
    assertThat(CallText.of(Play.call("unlink(unix:chat)"), Result.of(0)))
        .isEqualTo("unlink(\"chat\") = 0");
  }
}
