package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.Needs;
import socketscope.lab.Experiment;
import socketscope.text.Language;
import socketscope.trace.Trace;

/** After each step, the trace says of every socket what ss(8) says. */
class KernelsWordIT {

  private final Trace trace = new Trace();

  /** What was there after the last step. */
  private List<String> atLast = List.of();

  @BeforeEach
  void hasSs() {
    Needs.tools("ss");
  }

  private void play(String steps, String... last) throws Exception {
    play(StepsParser.parse(steps), last);
  }

  /**
   * Plays it, and waits after each step until both say the same.
   *
   * @param last what both must come to say after the last step, without the addresses
   */
  private void play(Steps steps, String... last) throws Exception {
    try (FreePorts ports = FreePorts.reserve(steps);
        Experiment experiment = new Experiment("test")) {
      experiment.bus().subscribe("trace", trace::add);
      experiment.keepObserving();
      Player player = new Player(new Lesson("test", "", List.of(), steps), experiment, ports);
      player.start();
      while (player.hasNext()) {
        LessonStep step = player.next();
        assertThat(player.step().asTheLessonSays()).as(step.toString()).isTrue();
        String[] expected = player.hasNext() ? new String[0] : last;
        KernelsWord.await(
            step, experiment.enter(), trace, KernelsWord.numbers(steps, ports), expected);
      }
      atLast = KernelsWord.words(OurView.of(trace.events(), _ -> true));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void ofTheTcpLesson(Family family) throws Exception {
    play(
        Lessons.named("tcp", Language.ENGLISH).orElseThrow().over(family).experiment(),
        "TIME_WAIT 0/0 kept timewait");
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void ofTheUdpLesson(Family family) throws Exception {
    play(Lessons.named("udp", Language.ENGLISH).orElseThrow().over(family).experiment());
    assertThat(trace.events()).anyMatch(event -> event.toString().contains("drops=0"));
  }

  @Test
  void ofDatagramsThatFindNoRoom() throws Exception {
    String send = "client: sendto(u, \"" + "x".repeat(600) + "\", 0, 127.0.0.1:p) = 600\n";
    play(
        """
        port p, q
        server: u = socket(AF_INET, SOCK_DGRAM, 0)
        server: setsockopt(u, SOL_SOCKET, SO_RCVBUF, 1) = 0
        server: bind(u, 127.0.0.1:p) = 0
        client: u = socket(AF_INET, SOCK_DGRAM, 0)
        client: bind(u, 127.0.0.1:q) = 0
        """
            + send.repeat(6));
    assertThat(atLast.toString()).containsPattern("127.0.0.1:\\d+ waits drops [1-5]");
  }

  @Test
  void ofThreeConnectionsThatWaitForAccept() throws Exception {
    play(
        """
        port p
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 2) = 0
        client: a = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(a, 127.0.0.1:p) = 0
        client: b = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(b, 127.0.0.1:p) = 0
        client: c = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(c, 127.0.0.1:p) = 0
        client: send(b, "hola") = 4
        client: shutdown(c, SHUT_WR) = 0
        client: d = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(d, 127.0.0.1:p) ...
        """,
        "CLOSE_WAIT 0/0 kept",
        "ESTABLISHED 0/0 held",
        "ESTABLISHED 0/0 held",
        "ESTABLISHED 0/0 kept",
        "ESTABLISHED 4/0 kept",
        "FIN_WAIT2 0/0 held",
        "LISTEN 3/2 held",
        "SYN_SENT 0/0 held");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AF_INET 127.0.0.1", "AF_INET6 [::1]", "AF_INET6 [::ffff:127.0.0.1]"})
  void ofAnOrphanInFinWait2(String where) throws Exception {
    String domain = where.split(" ")[0];
    String host = where.split(" ")[1];
    play(
        """
        port p
        server: l = socket(DOMAIN, SOCK_STREAM, 0)
        server: bind(l, HOST:p) = 0
        server: listen(l, 2) = 0
        client: a = socket(DOMAIN, SOCK_STREAM, 0)
        client: connect(a, HOST:p) = 0
        server: c = accept(l)
        client: send(a, "hola") = 4
        client: close(a) = 0
        """
            .replace("DOMAIN", domain)
            .replace("HOST", host),
        "LISTEN 0/2 held",
        "CLOSE_WAIT 4/0 held",
        "FIN_WAIT2 0/0 kept timewait");
  }

  @Test
  void ofAnOrphanThatMayNotSendTheRest() throws Exception {
    play(
        """
        port p
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: setsockopt(l, SOL_SOCKET, SO_RCVBUF, 4096) = 0
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 2) = 0
        client: a = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(a, 127.0.0.1:p) = 0
        server: c = accept(l)
        client: send(a, "DATA") = 30000
        client: close(a) = 0
        """
            .replace("DATA", "x".repeat(30000)));
    assertThat(atLast.toString()).containsPattern("FIN_WAIT1 0/[0-9]+ kept (persist|on)");
  }

  @Test
  void ofAHandshakeThatIsDeferred() throws Exception {
    play(
        """
        port p
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: setsockopt(l, IPPROTO_TCP, TCP_DEFER_ACCEPT, 5) = 0
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 2) = 0
        client: a = socket(AF_INET, SOCK_STREAM, 0)
        client: connect(a, 127.0.0.1:p) = 0
        """);
    assertThat(atLast.toString()).contains("SYN_RECV 0/0 kept on");
  }
}
