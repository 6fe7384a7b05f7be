package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.text.Language;

/** Calls that succeed and do not do what one would expect say so. */
class SurprisesTest {

  private static String surprises(Play play) {
    List<Event> events = play.events();
    Story story = Story.of(events);
    CallReturned last = (CallReturned) events.getLast();
    return String.join(
        " ", Sentences.of(Language.ENGLISH).surprises(story, story.call(last.callId()), last));
  }

  private static Result data(String text) {
    return Result.of(text.length()).withData(Bytes.utf8(text));
  }

  private static Play datagrams() {
    return new Play()
        .call("server", "socket(AF_INET, SOCK_DGRAM)", 3)
        .call("server", "bind(3, 127.0.0.1:5000)", 0)
        .call("client", "socket(AF_INET, SOCK_DGRAM)", 3)
        .call("client", "sendto(3, \"0123456789\", 0, 127.0.0.1:5000)", 10);
  }

  @Test
  void restOfDatagramIsGone() {
    assertThat(surprises(datagrams().call("server", "recvfrom(3, 4)", data("0123"))))
        .contains("10 bytes", "the other 6 bytes are lost");
    assertThat(surprises(datagrams().call("server", "recvfrom(3, 10)", data("0123456789"))))
        .isEmpty();
  }

  @Test
  void peekedDatagramComesAgain() {
    Play play = datagrams().call("server", "recv(3, 4, MSG_PEEK)", data("0123"));
    assertThat(surprises(play)).contains("are still there").doesNotContain("lost");
    assertThat(surprises(play.call("server", "recv(3, 100)", data("0123456789"))))
        .contains("only looked at it");
  }

  @Test
  void heldDataIsToldToBeHeld() {
    Play stream =
        new Play()
            .call("a", "socket(AF_INET, SOCK_STREAM)", 3)
            .call("a", "connect(3, 127.0.0.1:5000)", 0);
    assertThat(surprises(stream.call("a", "send(3, \"x\", MSG_MORE)", 1))).contains("200 ms");
    assertThat(surprises(stream.call("a", "send(3, \"x\")", 1))).isEmpty();
    stream.call("a", "setsockopt(3, IPPROTO_TCP, TCP_CORK, 1)", 0);
    assertThat(surprises(stream.call("a", "send(3, \"x\")", 1))).contains("TCP_CORK is set");
    assertThat(
            surprises(datagrams().call("client", "sendto(3, \"x\", MSG_MORE, 127.0.0.1:5000)", 1)))
        .contains("no datagram was sent", "as one datagram");
  }

  @Test
  void socketsThatShareAPortAreNamed() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM)", 3)
            .call("a", "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1)", 0)
            .call("a", "bind(3, 127.0.0.1:5000)", 0)
            .call("b", "socket(AF_INET, SOCK_DGRAM)", 4)
            .call("b", "setsockopt(4, SOL_SOCKET, SO_REUSEADDR, 1)", 0)
            .call("b", "bind(4, 127.0.0.1:5000)", 0);
    assertThat(surprises(play)).contains("Socket 3 of a has the same port", "bound last");
  }

  @Test
  void memoryOfDatagramsIsNoUnacknowledgedData() {
    Result memory = Result.of(0).withWritten(new Argument.Number(832));
    assertThat(surprises(datagrams().call("client", "ioctl(3, SIOCOUTQ)", memory)))
        .contains("832 bytes of kernel memory", "None of that waits for an acknowledgement");
    assertThat(
            surprises(
                new Play()
                    .call("a", "socket(AF_UNIX, SOCK_STREAM)", 3)
                    .call("a", "connect(3, unix:chat)", 0)
                    .call("a", "ioctl(3, SIOCOUTQ)", memory)))
        .contains("the other end has not read");
  }
}
