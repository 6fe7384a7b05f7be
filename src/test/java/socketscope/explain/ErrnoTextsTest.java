package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.CallReturned;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.socket.MadeCall;
import socketscope.text.Language;

/** Every errno that a call can give is explained, and no explanation is there in vain. */
class ErrnoTextsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCallAndErrnoHasTexts(Language language) {
    ErrnoExplanation errors = ErrnoExplanation.of(language);
    Set<String> keys = Bundle.keys("errno", language);
    for (Function function : Function.values()) {
      assertThat(function.errors()).as(function.cName()).isNotEmpty();
      for (String name : function.errors()) {
        assertThat(keys).contains(name + ".title", name + ".meaning", name + ".try");
        assertThat(ErrorMessages.of(name)).as(name).isPresent();
        Explanation explanation = errors.errno(function, new Errno(1, name));
        assertThat(explanation.meaning()).isNotBlank().doesNotContain("{");
        assertThat(explanation.advice()).isNotBlank().doesNotContain("{");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsUnused(Language language) {
    ErrnoExplanation errors = ErrnoExplanation.of(language);
    Set<String> used =
        new HashSet<>(Set.of("title", "unknown", "sigpipe.sent", "sigpipe.prevented"));
    for (Function function : Function.values()) {
      for (String name : function.errors()) {
        used.add(name);
        used.add(errors.key(function, name, List.of()));
        for (Situation situation : Situation.values()) {
          used.add(errors.key(function, name, List.of(Circumstance.of(situation))));
        }
      }
    }
    assertThat(Bundle.keys("errno", language))
        .allSatisfy(
            key -> assertThat(used).contains(key.replaceAll("\\.(title|meaning|try)$", "")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anUnknownErrnoIsSaidToBeUnknown(Language language) {
    Explanation explanation =
        ErrnoExplanation.of(language).errno(Function.BIND, new Errno(131, "ENOTRECOVERABLE"));
    assertThat(explanation.title()).startsWith("ENOTRECOVERABLE (131): ");
    assertThat(explanation.meaning()).contains("bind()", "ENOTRECOVERABLE", "Socketscope");
  }

  @Test
  void theSameErrnoMeansSomethingElseInAnotherCall() {
    ErrnoExplanation errors = ErrnoExplanation.of(Language.ENGLISH);
    Errno invalid = new Errno(22, "EINVAL");
    assertThat(errors.errno(Function.BIND, invalid).meaning()).contains("already has an address");
    assertThat(errors.errno(Function.ACCEPT, invalid).meaning()).contains("not listening");
    assertThat(errors.errno(Function.SHUTDOWN, invalid).meaning()).contains("SHUT_WR");
  }

  @Test
  void shutDownDatagramSocketHasSentNoFin() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_DGRAM, 0)", 3)
            .call("a", "connect(3, 127.0.0.1:5000)", 0)
            .call("a", "shutdown(3, SHUT_WR)", 0)
            .call("a", "send(3, \"x\", 0)", Play.failure(32, "EPIPE"));
    assertThat(keys(play)).containsExactly("send.EPIPE.datagram");
  }

  @Test
  void whatWasDoneWithTheSocketDecidesTheMeaning() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_STREAM, 0)", 3)
            .call("a", "accept(3)", Play.failure(22, "EINVAL"))
            .call("a", "send(3, \"x\", 0)", Play.failure(32, "EPIPE"))
            .call("a", "bind(3, 127.0.0.1:5000)", 0)
            .call("a", "bind(3, 127.0.0.1:5001)", Play.failure(22, "EINVAL"))
            .call("a", "accept(3)", Play.failure(22, "EINVAL"))
            .call("a", "listen(3, 1)", 0)
            .call("a", "connect(3, 127.0.0.1:80)", Play.failure(106, "EISCONN"))
            .call("a", "bind(3, 127.0.0.1:5001)", Play.failure(22, "EINVAL"))
            .call("a", "recv(3, 9)", Play.failure(107, "ENOTCONN"))
            .call("a", "close(3)", 0)
            .call("a", "close(3)", Play.failure(9, "EBADF"))
            .call("a", "close(99)", Play.failure(9, "EBADF"));
    assertThat(keys(play))
        .containsExactly(
            "accept.EINVAL.unbound",
            "send.EPIPE.unbound",
            "bind.EINVAL.named-by-bind",
            "accept.EINVAL.bound",
            "connect.EISCONN.listening",
            "bind.EINVAL.named-by-bind",
            "recv.ENOTCONN.listening",
            "EBADF.closed",
            "EBADF.never-opened");
  }

  @Test
  void connectionsAndDatagramsHaveTheirOwnMeanings() {
    Play play =
        new Play()
            .call("a", "socket(AF_INET, SOCK_STREAM, 0)", 3)
            .call("a", "connect(3, 127.0.0.1:1)", Play.failure(111, "ECONNREFUSED"))
            .call("a", "connect(3, 127.0.0.1:5000)", 0)
            .call("a", "accept(3)", Play.failure(22, "EINVAL"))
            .call("a", "write(3, \"x\")", Play.failure(32, "EPIPE"))
            .call("a", "shutdown(3, SHUT_WR)", 0)
            .call("a", "write(3, \"x\")", Play.failure(32, "EPIPE"))
            .call("a", "socket(AF_INET6, SOCK_DGRAM, 0)", 4)
            .call("a", "bind(4, 127.0.0.1:5000)", Play.failure(22, "EINVAL"))
            .call("a", "recvfrom(4, 9)", Play.failure(111, "ECONNREFUSED"));
    assertThat(keys(play))
        .containsExactly(
            "connect.ECONNREFUSED",
            "accept.EINVAL.connected",
            "send.EPIPE.connected",
            "send.EPIPE.write-shut",
            "bind.EINVAL.other-family",
            "recv.ECONNREFUSED.datagram");
  }

  private static List<String> keys(Play play) {
    ErrnoExplanation errors = ErrnoExplanation.of(Language.ENGLISH);
    List<String> keys = new ArrayList<>();
    List<Event> events = play.events();
    for (int end = 1; end <= events.size(); end++) {
      if (events.get(end - 1) instanceof CallReturned returned && returned.result().failed()) {
        Story story = Story.of(events.subList(0, end));
        MadeCall call = story.call(returned.callId());
        keys.add(
            errors.key(
                call.call().function(),
                returned.result().errno().name(),
                story.circumstances(call)));
        assertThat(errors.errno(story, returned).meaning()).isNotBlank();
      }
    }
    return keys;
  }
}
