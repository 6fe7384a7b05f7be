package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Participant;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Function;
import socketscope.event.PacketInferred;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.export.PacketFile;
import socketscope.infer.Inference;
import socketscope.state.StateFold;
import socketscope.text.Language;
import socketscope.trace.Trace;

/** Programs that the test starts itself, and of which the experiment knows nothing, take part. */
class ForeignProgramIT {

  private final Trace trace = new Trace();
  private final List<Process> guests = new ArrayList<>();
  private Experiment experiment;

  @TempDir private Path folder;

  private void start(Capturing capturing, String... programs) throws Exception {
    experiment = new Experiment("test", capturing, Place.SHARED);
    experiment.bus().subscribe("trace", trace::add);
    for (String program : programs) {
      experiment.start(program);
    }
  }

  @AfterEach
  void end() {
    experiment.close();
    guests.forEach(Process::destroyForcibly);
  }

  private Process guest(String... command) throws IOException {
    boolean there =
        Optional.ofNullable(System.getenv("PATH")).stream()
            .flatMap(path -> List.of(path.split(":", -1)).stream())
            .anyMatch(path -> Files.isExecutable(Path.of(path, command[0])));
    assumeTrue(there, command[0] + " is not installed");
    Process guest = new ProcessBuilder(command).redirectErrorStream(true).start();
    guests.add(guest);
    return guest;
  }

  private static void write(Process guest, String text) throws IOException {
    guest.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    guest.getOutputStream().flush();
  }

  private PendingCall begin(String program, Function function, String... arguments)
      throws Exception {
    return experiment.call(program, Call.parse(function, List.of(arguments)));
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return result(begin(program, function, arguments));
  }

  private static Result result(PendingCall call) throws Exception {
    CallReturned returned = call.returned().get(60, TimeUnit.SECONDS);
    return returned.result();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private <E> List<E> events(Class<E> kind) {
    return trace.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private ForeignSocketSeen met(Process guest) {
    await(() -> events(ForeignSocketSeen.class).stream().anyMatch(seen -> is(seen, guest)));
    return events(ForeignSocketSeen.class).stream()
        .filter(seen -> is(seen, guest))
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(ForeignSocketSeen seen, Process guest) {
    return seen.pid() == guest.pid();
  }

  private static int port(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.port();
      case SocketAddress.Inet6 inet -> inet.port();
      case SocketAddress.Unix _, SocketAddress.Other _ -> 0;
    };
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "" + socket.getLocalPort();
    }
  }

  /** The number of a listener's descriptor, 5, and its port. */
  private String listener(String family, String host) throws Exception {
    String l = "" + call("server", Function.SOCKET, family, "SOCK_STREAM").value();
    assertThat(call("server", Function.BIND, l, host + ":0").failed()).isFalse();
    assertThat(call("server", Function.LISTEN, l, "64").failed()).isFalse();
    assertThat(l).isEqualTo("5");
    return "" + port(call("server", Function.GETSOCKNAME, l).address());
  }

  private boolean captured() {
    return events(CaptureStarted.class).stream()
        .anyMatch(start -> start.method() != CaptureMethod.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AF_INET 127.0.0.1 127.0.0.1", "AF_INET6 [::1] ::1"})
  void ncIsKnownByItsProcessAndSpeaksBothWays(String version) throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server");
    String[] words = version.split(" ", -1);
    String port = listener(words[0], words[1]);
    PendingCall accept = begin("server", Function.ACCEPT, "5");
    String source = freePort();
    Process nc = guest("nc", "-N", "-p", source, words[2], port);
    write(nc, "hola\n");
    String c = "" + result(accept).value();
    assertThat(call("server", Function.RECV, c, "100").data()).hasToString("\"hola\\n\"");
    ForeignSocketSeen seen = met(nc);
    assertThat(call("server", Function.SEND, c, "\"adios\\n\"").value()).isEqualTo(6);
    assertThat(nc.inputReader().readLine()).isEqualTo("adios");
    nc.getOutputStream().close();
    assertThat(call("server", Function.RECV, c, "100").value()).isZero();
    call("server", Function.CLOSE, c);
    await(() -> !events(ForeignProgramEnded.class).isEmpty());
    experiment.close();

    assertThat(seen.program()).isEqualTo("nc[" + nc.pid() + "]");
    assertThat(seen.command()).isEqualTo("nc");
    assertThat(seen.role()).isEqualTo(Role.CLIENT);
    assertThat(seen.opened()).isTrue();
    assertThat(seen.local()).hasToString(words[1] + ":" + source);
    assertThat(seen.peer()).hasToString(words[1] + ":" + port);
    assertThat(events(ForeignSocketSeen.class)).containsOnlyOnce(seen);
    assertThat(events(ForeignProgramEnded.class)).hasSize(1);
    checkPicture(seen.program());
    checkStates(seen, "SYN_SENT", "ESTABLISHED", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT");
    checkFile(source);
  }

  @Test
  void whereTheServerClosesFirstTheGuestIsLast() throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server");
    String port = listener("AF_INET", "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, "5");
    Process nc = guest("nc", "-N", "127.0.0.1", port);
    String c = "" + result(accept).value();
    ForeignSocketSeen seen = met(nc);
    await(() -> observed(seen, TcpState.ESTABLISHED));
    call("server", Function.CLOSE, c);
    await(() -> observed(seen, TcpState.CLOSE_WAIT));
    nc.getOutputStream().close();
    await(() -> !events(ForeignProgramEnded.class).isEmpty());
    experiment.close();
    checkStates(seen, "SYN_SENT", "ESTABLISHED", "CLOSE_WAIT", "LAST_ACK", "CLOSED");
    assertThat(events(ForeignSocketObserved.class).getLast().held()).isFalse();
  }

  private boolean observed(ForeignSocketSeen seen, TcpState state) {
    return events(ForeignSocketObserved.class).stream()
        .anyMatch(view -> view.socket().equals(seen.socket()) && view.state() == state);
  }

  /** It has a line of its own, and packets go both ways between it and the server. */
  private void checkPicture(String guest) {
    Diagram diagram = Diagram.of(trace.events());
    assertThat(diagram.participants())
        .filteredOn(Participant::foreign)
        .extracting(Participant::program)
        .containsExactly(guest);
    if (captured()) {
      assertThat(diagram.rows())
          .filteredOn(PacketRow.class::isInstance)
          .extracting(row -> row.program() + " > " + ((PacketRow) row).receiver())
          .containsOnly(guest + " > server", "server > " + guest);
    }
  }

  private void checkStates(ForeignSocketSeen seen, String... states) {
    if (captured()) {
      assertThat(StateFold.of(trace.events()))
          .filteredOn(history -> seen.socket().equals(history.socket()))
          .flatExtracting(history -> history.transitions())
          .extracting(change -> change.to().name())
          .startsWith(states);
    }
  }

  /** In the words of tshark, as many packets go to the guest's port as are drawn. */
  private void checkFile(String port) throws Exception {
    assumeTrue(captured(), "packets cannot be captured here");
    Path file = folder.resolve("packets.pcapng");
    Files.write(file, PacketFile.of(trace.events(), Language.ENGLISH));
    Process tshark =
        guest(
            "tshark", "-r", "" + file, "-Y", "tcp.port==" + port, "-T", "fields", "-e", "tcp.len");
    long told = tshark.inputReader().lines().filter(line -> line.matches("[0-9]+")).count();
    long drawn =
        Diagram.of(trace.events()).rows().stream().filter(PacketRow.class::isInstance).count();
    assertThat(told).isEqualTo(drawn).isGreaterThanOrEqualTo(9);
  }

  @Test
  void ncOverUdpIsKnownByItsFirstDatagram() throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server");
    String u = "" + call("server", Function.SOCKET, "AF_INET", "SOCK_DGRAM").value();
    call("server", Function.BIND, u, "127.0.0.1:0");
    int port = port(call("server", Function.GETSOCKNAME, u).address());
    PendingCall receive = begin("server", Function.RECVFROM, u, "100");
    Process nc = guest("nc", "-u", "127.0.0.1", "" + port);
    write(nc, "hola\n");
    SocketAddress from = result(receive).address();
    ForeignSocketSeen seen = met(nc);
    assertThat(seen.local()).isEqualTo(from);
    assertThat(seen.type()).isEqualTo("SOCK_DGRAM");
    call("server", Function.SENDTO, u, "\"adios\\n\"", "0", from.toString());
    assertThat(nc.inputReader().readLine()).isEqualTo("adios");
    nc.destroy();
    await(() -> !events(ForeignProgramEnded.class).isEmpty());
    experiment.close();
    checkPicture(seen.program());
  }

  @Test
  void curlPrintsWhatTheServerAnswers() throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server");
    String port = listener("AF_INET", "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, "5");
    Process curl = guest("curl", "-sS", "--noproxy", "*", "http://127.0.0.1:" + port + "/");
    String c = "" + result(accept).value();
    assertThat(call("server", Function.RECV, c, "2000").data().escaped()).startsWith("GET / HTTP");
    ForeignSocketSeen seen = met(curl);
    call("server", Function.SEND, c, "\"HTTP/1.0 200 OK\\r\\n\\r\\nhola\\n\"");
    call("server", Function.CLOSE, c);
    assertThat(curl.inputReader().readLine()).isEqualTo("hola");
    assertThat(curl.waitFor()).isZero();
    assertThat(seen.program()).isEqualTo("curl[" + curl.pid() + "]");
    experiment.close();
    checkPicture(seen.program());
  }

  @ParameterizedTest
  @EnumSource(Capturing.class)
  void theClientAsksAWebServer(Capturing capturing) throws Exception {
    start(capturing, "client");
    Files.writeString(folder.resolve("index.html"), "hola\n");
    String port = freePort();
    Process python =
        guest("python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "-d", "" + folder, port);
    assertThat(python.inputReader().readLine()).startsWith("Serving HTTP");
    String s = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("client", Function.CONNECT, s, "127.0.0.1:" + port).failed()).isFalse();
    ForeignSocketSeen seen = met(python);
    call("client", Function.SEND, s, "\"GET / HTTP/1.0\\r\\n\\r\\n\"");
    call("client", Function.RECV, s, "15", "MSG_WAITALL");
    assertThat(call("client", Function.RECV, s, "8000", "MSG_WAITALL").data().escaped())
        .endsWith("hola\\n");
    call("client", Function.CLOSE, s);
    experiment.close();

    assertThat(seen.command()).startsWith("python");
    assertThat(seen.role()).isEqualTo(Role.SERVER);
    assertThat(seen.opened()).isFalse();
    assertThat(seen.local()).hasToString("127.0.0.1:" + port);
    assertThat(python.isAlive()).isTrue();
    assertThat(events(ForeignProgramEnded.class)).isEmpty();
    checkPackets(seen.program(), "client");
  }

  /** Captured or inferred, they all go between the two, and the handshake is whole. */
  private void checkPackets(String guest, String program) {
    List<Event> all = Inference.complete(trace.events());
    Diagram diagram = Diagram.of(all);
    assertThat(diagram.rows().stream().filter(row -> !row.events().isEmpty()))
        .extracting(row -> row.program())
        .containsOnly(guest, program);
    if (!captured()) {
      assertThat(all)
          .filteredOn(PacketInferred.class::isInstance)
          .extracting(event -> ((PacketInferred) event).kind())
          .contains(PacketInferred.Kind.SYN, PacketInferred.Kind.SYN_ACK, PacketInferred.Kind.DATA);
    }
  }

  @Test
  void withoutACaptureNothingIsInventedOfAGuest() throws Exception {
    start(Capturing.OFF, "server");
    String port = listener("AF_INET", "127.0.0.1");
    PendingCall accept = begin("server", Function.ACCEPT, "5");
    Process nc = guest("nc", "-N", "127.0.0.1", port);
    write(nc, "hola\n");
    String c = "" + result(accept).value();
    assertThat(call("server", Function.RECV, c, "100").value()).isEqualTo(5);
    ForeignSocketSeen seen = met(nc);
    call("server", Function.CLOSE, c);
    nc.getOutputStream().close();
    await(() -> !events(ForeignProgramEnded.class).isEmpty());
    experiment.close();
    checkPackets(seen.program(), "server");
    assertThat(
            Inference.of(trace.events()).stream()
                .filter(packet -> packet.sender().equals(seen.program()))
                .mapToLong(PacketInferred::bytes)
                .sum())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void manyGuestsAtOnceAreToldApart(int count) throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server");
    String port = listener("AF_INET", "127.0.0.1");
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(guest("nc", "-N", "127.0.0.1", port));
    }
    for (int i = 0; i < count; i++) {
      call("server", Function.ACCEPT, "5");
    }
    for (Process nc : all) {
      assertThat(met(nc).command()).isEqualTo("nc");
    }
    assertThat(events(ForeignSocketSeen.class)).hasSize(count);
    assertThat(events(ForeignSocketSeen.class).stream().map(ForeignSocketSeen::local).distinct())
        .hasSize(count);
    for (Process nc : all) {
      nc.getOutputStream().close();
      nc.destroy();
    }
    await(() -> events(ForeignProgramEnded.class).size() == count);
  }

  @Test
  void theExperimentsOwnProgramsAreNeverForeign() throws Exception {
    start(Capturing.WHERE_POSSIBLE, "server", "client");
    String port = listener("AF_INET", "127.0.0.1");
    String refused = freePort();
    for (int i = 0; i < 5; i++) {
      String s = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
      call("client", Function.CONNECT, s, "127.0.0.1:" + refused);
      call("client", Function.CONNECT, s, "127.0.0.1:" + port);
      String u = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_DGRAM").value();
      call("client", Function.SENDTO, u, "\"x\"", "0", "127.0.0.1:" + refused);
      call("client", Function.CLOSE, u);
      String c = "" + call("server", Function.ACCEPT, "5").value();
      call("client", Function.CLOSE, s);
      call("server", Function.CLOSE, c);
    }
    experiment.close();
    assertThat(events(ForeignEvent.class)).isEmpty();
  }
}
