package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.event.Stamp;
import socketscope.lesson.Textbook.NextCall;

class TextbookTest {

  private final List<Event> events = new ArrayList<>();
  private long time;

  private Stamp stamp(String program) {
    return new Stamp(time++, program, 0);
  }

  private long start(String program, @Nullable SocketId socket, Function function, String... texts)
      throws Exception {
    long id = time;
    Call call = Call.parse(function, List.of(texts));
    events.add(new CallStarted(stamp(program), id, socket, 1, call));
    return id;
  }

  private void end(String program, long id, @Nullable SocketId created, Result result) {
    events.add(new CallReturned(stamp(program), id, null, created, result));
  }

  private SocketId socket(String program, int number) throws Exception {
    SocketId created = new SocketId(program, number);
    long id = start(program, null, Function.SOCKET, "AF_INET", "SOCK_STREAM");
    end(program, id, created, Result.of(5));
    return created;
  }

  /** A call that succeeds; one that moves data moves a byte. */
  private void call(SocketId socket, Function function, String... texts) throws Exception {
    boolean moves = function.moves();
    end(
        socket.program(),
        start(socket.program(), socket, function, texts),
        null,
        Result.of(moves ? 1 : 0));
  }

  private Optional<NextCall> next(Textbook textbook, String program) {
    return textbook.next(program, events);
  }

  private static Optional<NextCall> call(Function function, @Nullable SocketId socket) {
    return Optional.of(new NextCall(function, socket));
  }

  @Test
  void bothBeginWithASocket() {
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.SOCKET, null));
    assertThat(next(Textbook.UDP, "client2")).isEqualTo(call(Function.SOCKET, null));
  }

  @Test
  void serverGoesThroughTheWholeExample() throws Exception {
    SocketId l = socket("server", 1);
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.BIND, l));
    call(l, Function.BIND, "5", "127.0.0.1:80");
    call(l, Function.LISTEN, "5", "1");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.ACCEPT, l));

    long accept = start("server", l, Function.ACCEPT, "5");
    assertThat(next(Textbook.TCP, "server")).as("while it is blocked").isEmpty();
    SocketId c = new SocketId("server", 2);
    end("server", accept, c, Result.of(6));

    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.RECV, c));
    call(c, Function.READ, "6", "100");
    call(c, Function.WRITE, "6", "\"x\"");
    call(c, Function.RECV, "6", "100");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.CLOSE, c));
    call(c, Function.CLOSE, "6");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.CLOSE, l));
    call(l, Function.CLOSE, "5");
    assertThat(next(Textbook.TCP, "server")).isEmpty();
  }

  @Test
  void clientConnectsOnlyOnceSomebodyListens() throws Exception {
    SocketId s = socket("client", 1);
    assertThat(next(Textbook.TCP, "client")).isEmpty();

    SocketId l = socket("server", 1);
    call(l, Function.BIND, "5", "127.0.0.1:80");
    assertThat(next(Textbook.TCP, "client")).isEmpty();
    call(l, Function.LISTEN, "5", "1");
    assertThat(next(Textbook.TCP, "client")).isEqualTo(call(Function.CONNECT, s));
  }

  @Test
  void whereTheKernelAnswersNobodyHasToServe() throws Exception {
    assertThat(next(Textbook.RAW, "server")).isEmpty();
    SocketId r = socket("client", 1);
    assertThat(next(Textbook.RAW, "client")).isEqualTo(call(Function.SENDTO, r));
    socket("server", 1);
    assertThat(next(Textbook.RAW, "server")).isEmpty();
  }

  @Test
  void failedCallIsStillTheNextOne() throws Exception {
    SocketId l = socket("server", 1);
    long bind = start("server", l, Function.BIND, "5", "127.0.0.1:80");
    end("server", bind, null, Result.failed(new Errno(98, "EADDRINUSE")));

    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.BIND, l));
  }

  @Test
  void callsOutOfOrderAndOnOtherSocketsDoNotCount() throws Exception {
    SocketId other = socket("server", 1);
    SocketId l = socket("server", 2);
    call(l, Function.LISTEN, "6", "1");
    call(other, Function.BIND, "5", "127.0.0.1:81");

    assertThat(next(Textbook.TCP, "server"))
        .as("listen() has given it an address; bind() could only fail")
        .isEqualTo(call(Function.ACCEPT, l));
  }

  @Test
  void whatHasAnAddressAlreadyIsNotToBeBound() throws Exception {
    SocketId s = socket("client", 1);
    SocketId l = socket("server", 1);
    call(l, Function.BIND, "5", "127.0.0.1:80");
    call(s, Function.SENDTO, "5", "\"x\"", "0", "127.0.0.1:80");
    assertThat(next(Textbook.UDP, "client")).isEqualTo(call(Function.RECVFROM, s));
    SocketId other = socket("client2", 1);
    call(other, Function.CONNECT, "5", "127.0.0.1:80");
    assertThat(next(Textbook.UDP, "client2")).isEqualTo(call(Function.SENDTO, other));
  }

  @Test
  void aSocketOfThisMachineSendsWithoutANameAndCanStillGetOne() throws Exception {
    SocketId l = socket("server", 1);
    call(l, Function.BIND, "5", "unix:server");
    SocketId s = new SocketId("client", 1);
    end("client", start("client", null, Function.SOCKET, "AF_UNIX", "SOCK_DGRAM"), s, Result.of(5));
    call(s, Function.SENDTO, "5", "\"x\"", "0", "unix:server");
    assertThat(next(Textbook.UDP, "client")).isEqualTo(call(Function.BIND, s));
  }

  @Test
  void afterShutdownOrAResetNothingIsSent() throws Exception {
    SocketId l = listenAndAccept();
    SocketId s = socket("client", 1);
    call(s, Function.CONNECT, "5", "127.0.0.1:80");
    call(s, Function.SHUTDOWN, "5", "SHUT_WR");
    assertThat(next(Textbook.TCP, "client")).isEqualTo(call(Function.RECV, s));
    long recv = start("client", s, Function.RECV, "5", "100");
    end("client", recv, null, Result.failed(new Errno(104, "ECONNRESET")));
    assertThat(next(Textbook.TCP, "client")).isEqualTo(call(Function.CLOSE, s));
    assertThat(l).isNotNull();
  }

  @Test
  void aProgramThatHasEndedHasNoNextCallAndNobodyConnectsToIt() throws Exception {
    SocketId s = socket("client", 1);
    listenAndAccept();
    assertThat(next(Textbook.TCP, "client")).isEqualTo(call(Function.CONNECT, s));
    events.add(new ProgramEnded(stamp("server"), -1, 9, false));
    assertThat(next(Textbook.TCP, "server")).isEmpty();
    assertThat(next(Textbook.TCP, "client")).isEmpty();
  }

  @Test
  void nobodyConnectsToAListenerThatIsClosed() throws Exception {
    SocketId l = listenAndAccept();
    call(l, Function.CLOSE, "5");
    socket("client", 1);
    assertThat(next(Textbook.TCP, "client")).isEmpty();
  }

  @Test
  void aSecondSocketTakesThePlaceOfOneThatWasNotUsed() throws Exception {
    socket("server", 1);
    SocketId l = socket("server", 2);
    call(l, Function.BIND, "6", "127.0.0.1:80");
    long again = start("server", l, Function.BIND, "6", "127.0.0.1:80");
    end("server", again, null, Result.failed(new Errno(22, "EINVAL")));
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.LISTEN, l));
    call(l, Function.LISTEN, "6", "1");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.ACCEPT, l));
  }

  @Test
  void whereNothingMoreWillComeItIsClosed() throws Exception {
    listenAndAccept();
    SocketId c = new SocketId("server", 2);
    end("server", start("server", c, Function.RECV, "6", "100"), null, Result.of(0));
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.CLOSE, c));
  }

  @Test
  void aSocketThatWasClosedTooEarlyIsMadeAgain() throws Exception {
    SocketId first = socket("server", 1);
    call(first, Function.BIND, "5", "127.0.0.1:80");
    call(first, Function.CLOSE, "5");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.SOCKET, null));
    SocketId second = socket("server", 2);
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.BIND, second));
  }

  @Test
  void aConnectionThatWasClosedTooEarlyIsAcceptedAgain() throws Exception {
    SocketId l = listenAndAccept();
    call(new SocketId("server", 2), Function.CLOSE, "6");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.ACCEPT, l));
  }

  @Test
  void aConnectionOutlivesItsListener() throws Exception {
    SocketId l = listenAndAccept();
    SocketId c = new SocketId("server", 2);
    call(l, Function.CLOSE, "5");
    assertThat(next(Textbook.TCP, "server")).isEqualTo(call(Function.RECV, c));
    call(c, Function.RECV, "6", "100");
    call(c, Function.SEND, "6", "\"x\"");
    call(c, Function.RECV, "6", "100");
    call(c, Function.CLOSE, "6");
    assertThat(next(Textbook.TCP, "server")).as("nothing is left to close").isEmpty();
  }

  @Test
  void theExampleBeginsAnewWithTheNextSocketOrProcess() throws Exception {
    SocketId first = socket("client", 1);
    call(first, Function.BIND, "5", "127.0.0.1:81");
    call(first, Function.SENDTO, "5", "\"x\"", "0", "127.0.0.1:80");
    call(first, Function.RECVFROM, "5", "100");
    call(first, Function.CLOSE, "5");
    SocketId second = socket("client", 2);
    assertThat(next(Textbook.UDP, "client")).isEqualTo(call(Function.BIND, second));
    events.add(new ProgramStarted(stamp("client"), Role.CLIENT, 77));
    assertThat(next(Textbook.UDP, "client")).isEqualTo(call(Function.SOCKET, null));
  }

  private SocketId listenAndAccept() throws Exception {
    SocketId l = socket("server", 1);
    call(l, Function.BIND, "5", "127.0.0.1:80");
    call(l, Function.LISTEN, "5", "1");
    end(
        "server",
        start("server", l, Function.ACCEPT, "5"),
        new SocketId("server", 2),
        Result.of(6));
    return l;
  }
}
