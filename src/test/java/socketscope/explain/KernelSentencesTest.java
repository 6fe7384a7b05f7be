package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.Event;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;
import socketscope.text.Language;

/** What is said of connections without a descriptor, and of what the kernel counts. */
class KernelSentencesTest {

  private static final String HERE = "127.0.0.1:5000";
  private static final String THERE = "127.0.0.1:47160";

  private final List<Event> events = new ArrayList<>();

  private Stamp stamp() {
    return new Stamp(events.size(), "", events.size());
  }

  private void kept(TcpState state, Timer timer, long millis, int again, long in, long out) {
    events.add(
        new ConnectionObserved(
            stamp(),
            Play.address(HERE),
            Play.address(THERE),
            state,
            timer,
            millis,
            again,
            in,
            out));
  }

  private String said() {
    return String.join(" ", Sentences.of(Language.ENGLISH).happened(events));
  }

  private String line() {
    return Sentences.of(Language.ENGLISH).line(events);
  }

  @Test
  void aConnectionThatWaitsForAcceptIsExplained() {
    kept(TcpState.ESTABLISHED, Timer.NONE, -1, 0, 4, 0);
    assertThat(said())
        .isEqualTo(
            "A connection from 127.0.0.1:47160 waits for accept() at 127.0.0.1:5000: the handshake"
                + " is complete, and the kernel made it by itself; no program has a descriptor of"
                + " it yet. It already holds 4 bytes that 127.0.0.1:47160 has sent: the client"
                + " need not wait for accept().");
    assertThat(line())
        .isEqualTo(
            "The connection of 127.0.0.1:47160 waits for accept() at 127.0.0.1:5000 (ESTABLISHED)");
  }

  @Test
  void timeWaitSaysHowLongAndWhy() {
    kept(TcpState.TIME_WAIT, Timer.TIME_WAIT, 59_972, 0, 0, 0);
    assertThat(said())
        .startsWith("The socket 127.0.0.1:5000 is closed")
        .contains("TIME_WAIT, for 59.97 s more", "the last ACK was its own", "60 s");
  }

  @Test
  void anOrphanSaysWhatItIsWaitingFor() {
    kept(TcpState.FIN_WAIT2, Timer.TIME_WAIT, 60_000, 0, 0, 0);
    assertThat(said()).contains("waits for the FIN of 127.0.0.1:47160", "within 60.00 s");
    kept(TcpState.FIN_WAIT1, Timer.ZERO_WINDOW_PROBE, 400, 2, 0, 5001);
    assertThat(said()).contains("Its FIN and 5000 bytes before it", "400 ms", "an answer: 2.");
    kept(TcpState.LAST_ACK, Timer.RETRANSMISSION, 200, 1, 0, 1);
    assertThat(said()).contains("Its FIN is not acknowledged yet. In 200 ms", "already: 1.");
  }

  @Test
  void whatWasAcceptedIsNotSaidToBeForgotten() {
    ConnectionForgotten gone =
        new ConnectionForgotten(stamp(), Play.address(HERE), Play.address(THERE));
    events.add(gone);
    assertThat(said()).startsWith("The kernel has forgotten");
    events.removeLast();
    observed(0, null);
    events.add(gone);
    assertThat(said()).startsWith("accept() has taken the connection of 127.0.0.1:47160");
  }

  private void observed(long drops, TcpCounters counters) {
    events.add(
        new SocketObserved(
            stamp(),
            new SocketId("server", 2),
            6,
            counters == null ? "SOCK_DGRAM" : "SOCK_STREAM",
            counters == null ? null : TcpState.ESTABLISHED,
            Play.address(HERE),
            Play.address(THERE),
            0,
            0,
            -1,
            -1,
            drops,
            counters));
  }

  @Test
  void dropsAreToldOf() {
    observed(0, null);
    observed(1, null);
    assertThat(line()).contains("threw away 1 datagram for socket 6", "1 in all");
    observed(4, null);
    assertThat(line()).contains("threw away 3 datagrams for socket 6", "4 in all");
  }

  @Test
  void whereOnlyTheCountsAreNewTheyAreTold() {
    observed(-1, new TcpCounters(3, 2, 1, 0, 4, 1, 0, 0, 0, 0, 65536));
    observed(-1, new TcpCounters(3, 3, 1, 0, 4, 5, 0, 0, 0, 0, 65536));
    assertThat(line()).contains("TCP has counted the segments of socket 6: 3 sent, 3 received");
  }

  @ParameterizedTest
  @EnumSource(TcpState.class)
  void everyStateHasItsSentenceInBothLanguages(TcpState state) {
    kept(state, Timer.RETRANSMISSION, 200, 1, 1, 2);
    for (Language language : Language.values()) {
      assertThat(Sentences.of(language).happened(events))
          .isNotEmpty()
          .allMatch(sentence -> sentence.endsWith(".") && !sentence.contains("{"));
    }
  }
}
