package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.text.Language;

/** A failure is explained by what is known of this very call and socket, and by nothing else. */
class CircumstancesTest {

  private static final Result EINVAL = Play.failure(22, "EINVAL");
  private static final Result EPIPE = Play.failure(32, "EPIPE");
  private static final Result EADDRINUSE = Play.failure(98, "EADDRINUSE");
  private static final Result ENOTCONN = Play.failure(107, "ENOTCONN");
  private static final Result ECONNREFUSED = Play.failure(111, "ECONNREFUSED");
  private static final Result EPROTONOSUPPORT = Play.failure(93, "EPROTONOSUPPORT");
  private static final Result EBADF = Play.failure(9, "EBADF");
  private static final Result EFAULT = Play.failure(14, "EFAULT");

  private static Play tcp(String program) {
    return new Play().call(program, "socket(AF_INET, SOCK_STREAM, 0)", 3);
  }

  private static Play udp(String program) {
    return new Play().call(program, "socket(AF_INET, SOCK_DGRAM, 0)", 3);
  }

  /** What is said of the last event. */
  private static String why(Play play) {
    List<Event> events = play.events();
    Story story = Story.of(events);
    Explanation why =
        ErrnoExplanation.of(Language.ENGLISH).errno(story, (CallReturned) events.getLast());
    return why.meaning() + " " + why.advice();
  }

  @Test
  void bytesOfStreamAreLostWhereLengthOfAddressIsBelowZero() {
    Play play =
        tcp("a")
            .call("a", "connect(3, 127.0.0.1:5000)", 0)
            .call("a", "recvfrom(3, 100, 0, -1)", EINVAL);
    assertThat(why(play)).contains("taken the bytes out of the stream").doesNotContain("datagram");
  }

  @Test
  void datagramIsLostWhereLengthOfAddressIsBelowZero() {
    assertThat(why(udp("a").call("a", "recvfrom(3, 100, 0, -1)", EINVAL))).contains("datagram");
  }

  @Test
  void adviceOnPairsCanBeFollowed() {
    for (String call :
        List.of("socketpair(AF_INET, SOCK_RAW, 0)", "socketpair(AF_INET, SOCK_DGRAM, 6)")) {
      assertThat(why(new Play().call("a", call, EPROTONOSUPPORT)))
          .contains("AF_INET cannot be made in pairs", "socketpair(AF_UNIX, SOCK_STREAM, 0)")
          .doesNotContain("Use protocol 0");
    }
  }

  @Test
  void protocolThatKernelLacksIsNamed() {
    assertThat(
            why(
                new Play()
                    .call("a", "socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP)", EPROTONOSUPPORT)))
        .contains("does not offer IPPROTO_SCTP");
    assertThat(
            why(new Play().call("a", "socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP)", EPROTONOSUPPORT)))
        .contains("IPPROTO_TCP goes with SOCK_STREAM, not with SOCK_DGRAM");
  }

  @Test
  void bitsOfTypeThatAreNoFlagsAreNamed() {
    assertThat(why(new Play().call("a", "socket(AF_INET, 75)", EINVAL))).contains("75", "0x40");
    assertThat(why(new Play().call("a", "socket(AF_INET, 11)", EINVAL))).contains("number 11");
    assertThat(why(new Play().call("a", "socket(AF_INET, SOCK_STREAM, 999)", EINVAL)))
        .contains("from 0 to 262");
  }

  @Test
  void pingSocketIsForGroups() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP)", Play.failure(13, "EACCES"));
    assertThat(why(play))
        .contains("ping_group_range")
        .doesNotContain("Use SOCK_STREAM or SOCK_DGRAM");
  }

  @Test
  void descriptorThatIsNoSocketIsNamed() {
    Result notty = Play.failure(25, "ENOTTY");
    assertThat(why(new Play().call("a", "ioctl(0, SIOCATMARK)", notty)))
        .contains("Descriptor 0 is the standard input");
    Play play = new Play().call("a", "eventfd(0, EFD_NONBLOCK)", 4);
    assertThat(why(play.call("a", "ioctl(4, SIOCATMARK)", notty))).contains("eventfd()");
    assertThat(why(play.call("a", "dup(4)", 5).call("a", "ioctl(5, SIOCATMARK)", notty)))
        .contains("Descriptor 5 is a counter");
    assertThat(why(play.call("a", "close(4)", 0).call("a", "read(4, 8)", EBADF)))
        .contains("this program has closed it");
    Play pipe = new Play().call("a", "pipe()", Result.of(0).withDescriptors(List.of(6, 7)));
    assertThat(why(pipe.call("a", "read(7, 8)", EBADF))).contains("end of a pipe that is written");
    assertThat(why(pipe.call("a", "send(6, \"x\")", Play.failure(88, "ENOTSOCK"))))
        .contains("end of a pipe that is read, not a socket");
  }

  @Test
  void placeForAnswerIsOfItsType() {
    assertThat(why(tcp("a").call("a", "getsockopt(3, SOL_SOCKET, SO_OOBINLINE, NULL, 4)", EFAULT)))
        .contains("a variable of type int,")
        .doesNotContain("sockaddr");
    assertThat(why(tcp("a").call("a", "getsockopt(3, SOL_SOCKET, SO_LINGER, NULL, 8)", EFAULT)))
        .contains("struct linger");
    assertThat(why(tcp("a").call("a", "ioctl(3, SIOCATMARK, NULL)", EFAULT)))
        .contains("a variable of type int");
    assertThat(why(tcp("a").call("a", "getsockname(3, NULL)", EFAULT)))
        .contains("struct sockaddr_storage");
  }

  @Test
  void minusOneIsExplainedByWhatHappenedBefore() {
    Play play = new Play().call("a", "listen(-1, 1)", EBADF);
    assertThat(why(play)).contains("has not called socket() yet");
    play.call("a", "socket(AF_INET, 75)", EINVAL).call("a", "listen(-1, 1)", EBADF);
    assertThat(why(play)).contains("socket(AF_INET, 75, 0)", "failed with EINVAL");
  }

  @Test
  void brokenPipeOfLocalSocketsNamesWhoStopped() {
    Play play =
        new Play()
            .call(
                "a",
                "socketpair(AF_UNIX, SOCK_STREAM, 0)",
                Result.of(0).withDescriptors(List.of(3, 4)))
            .call("a", "shutdown(3, SHUT_RD)", 0)
            .call("a", "send(4, \"x\", MSG_NOSIGNAL)", EPIPE);
    assertThat(why(play))
        .contains("has shut down the receiving side", "MSG_NOSIGNAL has kept")
        .doesNotContain("SHUT_WR");
    assertThat(why(play.call("a", "send(4, \"x\")", EPIPE))).contains("The signal SIGPIPE comes");
    assertThat(why(play.call("a", "close(3)", 0).call("a", "send(4, \"x\")", EPIPE)))
        .contains("has closed the other end");
    assertThat(why(play.call("a", "shutdown(4, SHUT_WR)", 0).call("a", "send(4, \"x\")", EPIPE)))
        .contains("This program itself")
        .doesNotContain("FIN");
  }

  @Test
  void otherEndOfNamelessLocalClientIsKnownByOrderOfAccept() {
    Play play =
        new Play()
            .call("server", "socket(AF_UNIX, SOCK_STREAM)", 3)
            .call("server", "bind(3, unix:chat)", 0)
            .call("server", "listen(3, 4)", 0)
            .call("one", "socket(AF_UNIX, SOCK_STREAM)", 3)
            .call("one", "connect(3, unix:chat)", 0)
            .call("two", "socket(AF_UNIX, SOCK_STREAM)", 3)
            .call("two", "connect(3, unix:chat)", 0)
            .call("server", "accept(3)", 4)
            .call("server", "accept(3)", 5)
            .call("server", "shutdown(5, SHUT_RD)", 0)
            .call("two", "send(3, \"x\")", EPIPE);
    assertThat(why(play)).contains("server has shut down the receiving side");
    assertThat(why(play.call("one", "close(3)", 0).call("server", "send(4, \"x\")", EPIPE)))
        .contains("one has closed the other end");
  }

  @Test
  void refusalOfStreamIsToldOfItsConnect() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0)", 3)
            .call("a", "connect(3, 127.0.0.1:1)", Play.failure(115, "EINPROGRESS"))
            .call("a", "send(3, \"x\")", ECONNREFUSED);
    assertThat(why(play)).contains("connect() to 127.0.0.1:1", "RST").doesNotContain("ICMP");
    assertThat(why(play.call("a", "send(3, \"x\")", EPIPE)))
        .contains("the attempt to connect it to 127.0.0.1:1 failed");
  }

  @Test
  void whoHasThePortIsNamed() {
    Play play =
        tcp("server")
            .call("server", "bind(3, 127.0.0.1:5000)", 0)
            .call("other", "socket(AF_INET, SOCK_STREAM, 0)", 4)
            .call("other", "bind(4, 127.0.0.1:5000)", EADDRINUSE);
    assertThat(why(play)).contains("server has this port: its socket 3 is bound to 127.0.0.1:5000");
    play.call("server", "listen(3, 1)", 0).call("other", "bind(4, 0.0.0.0:5000)", EADDRINUSE);
    assertThat(why(play)).contains("server has this port: its socket 3 listens");
    play.call("server", "close(3)", 0)
        .keeps(TcpState.TIME_WAIT, "127.0.0.1:5000", "127.0.0.1:40000", 60_000)
        .call("other", "bind(4, 127.0.0.1:5000)", EADDRINUSE);
    assertThat(why(play))
        .contains("No program has this port", "127.0.0.1:40000", "TIME_WAIT for about 60 s");
    assertThat(why(play.call("other", "bind(4, 127.0.0.1:6000)", EADDRINUSE)))
        .contains("None of the sockets of this experiment has 127.0.0.1:6000");
  }

  @Test
  void fileThatSocketHasLeftIsNamed() {
    Play play =
        new Play()
            .call("a", "socket(AF_UNIX, SOCK_STREAM)", 3)
            .call("a", "bind(3, unix:chat)", 0)
            .call("a", "bind(3, unix:other)", EINVAL);
    assertThat(why(play)).contains("already given this socket the address unix:chat");
    play.call("b", "socket(AF_UNIX, SOCK_STREAM)", 5).call("b", "bind(5, unix:chat)", EADDRINUSE);
    assertThat(why(play)).contains("a has that name: its socket 3");
    play.call("b", "connect(5, unix:chat)", ECONNREFUSED);
    assertThat(why(play)).contains("has not called listen()");
    play.call("a", "close(3)", 0).call("b", "bind(5, unix:chat)", EADDRINUSE);
    assertThat(why(play)).contains("The file is still there: a has closed");
    assertThat(why(play.call("b", "connect(5, unix:chat)", ECONNREFUSED)))
        .contains("Only the file is still there: a has closed");
  }

  @Test
  void addressThatKernelChoseIsNamed() {
    Play play =
        udp("a")
            .call("a", "sendto(3, \"x\", 0, 127.0.0.1:5000)", 1)
            .observe("a", 3, null, "0.0.0.0:40000", null)
            .call("a", "bind(3, 127.0.0.1:6000)", EINVAL);
    assertThat(why(play)).contains("0.0.0.0:40000", "the kernel chose it");
  }

  @Test
  void socketWithoutPeerIsToldHowFarItCame() {
    Play play = tcp("a").call("a", "getpeername(3)", ENOTCONN);
    assertThat(why(play)).contains("connect() has not been called");
    play.call("a", "bind(3, 127.0.0.1:5000)", 0).call("a", "getpeername(3)", ENOTCONN);
    assertThat(why(play)).contains("an address of its own but no connection");
    play.call("a", "listen(3, 1)", 0).call("a", "getpeername(3)", ENOTCONN);
    assertThat(why(play)).contains("is listening");
  }

  @Test
  void endOfPeerDoesNotEndConnection() {
    Play play =
        tcp("a")
            .call("a", "connect(3, 127.0.0.1:5000)", 0)
            .call("a", "recv(3, 10)", Result.of(0).withData(Bytes.utf8("")))
            .call("a", "connect(3, 127.0.0.1:5000)", Play.failure(106, "EISCONN"));
    assertThat(why(play)).contains("The other end has ended its sending", "127.0.0.1:5000");
  }

  @Test
  void whatMayNotWaitIsNamed() {
    Result eagain = Play.failure(11, "EAGAIN");
    Play play = udp("a").call("a", "fcntl(3, F_SETFL, O_NONBLOCK)", 0);
    assertThat(why(play.call("a", "recv(3, 10)", eagain)))
        .contains("this socket must not wait (O_NONBLOCK)")
        .doesNotContain("SO_RCVTIMEO");
    assertThat(why(udp("a").call("a", "recv(3, 10, MSG_DONTWAIT)", eagain)))
        .contains("MSG_DONTWAIT says");
    assertThat(
            why(
                udp("a")
                    .call("a", "setsockopt(3, SOL_SOCKET, SO_RCVTIMEO, {1, 0})", 0)
                    .call("a", "recv(3, 10)", eagain)))
        .contains("within the time of SO_RCVTIMEO");
  }
}
