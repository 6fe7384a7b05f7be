package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketAddress;
import socketscope.trace.Trace;

/** Servers that accept and echo by themselves. */
class ServicesIT {

  private final Trace trace = new Trace();
  private Experiment experiment;
  private String l = "";
  private SocketAddress address;

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("services", Capturing.OFF, Place.ALONE);
    experiment.bus().subscribe("trace", trace::add);
    experiment.start("server");
    experiment.start("client");
    l = "" + call("server", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    call("server", Function.BIND, l, "127.0.0.1:0");
    call("server", Function.LISTEN, l, "5");
    address = call("server", Function.GETSOCKNAME, l).address();
  }

  @AfterEach
  void end() {
    experiment.close();
  }

  private PendingCall begin(String program, Function function, String... arguments)
      throws Exception {
    return experiment.call(program, Call.parse(function, List.of(arguments)));
  }

  private Result call(String program, Function function, String... arguments) throws Exception {
    return begin(program, function, arguments).returned().get(60, TimeUnit.SECONDS).result();
  }

  private void serve(Service service) throws Exception {
    PendingCall accept = experiment.serve("server", Integer.parseInt(l), service);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    assertThat(accept.returned()).isNotDone();
  }

  private String connect() throws Exception {
    String s = "" + call("client", Function.SOCKET, "AF_INET", "SOCK_STREAM").value();
    assertThat(call("client", Function.CONNECT, s, address.toString())).isEqualTo(Result.of(0));
    return s;
  }

  private void exchange(String s, String text) throws Exception {
    assertThat(call("client", Function.SEND, s, text).failed()).isFalse();
    assertThat(call("client", Function.RECV, s, "100").data()).hasToString(text);
  }

  @Test
  void aSecondClientWaitsWhileOneThreadServesTheFirst() throws Exception {
    serve(Service.ONE_AT_A_TIME);
    String first = connect();
    exchange(first, "\"one\"");
    String second = connect();
    call("client", Function.SEND, second, "\"two\"");
    PendingCall recv = begin("client", Function.RECV, second, "100");
    recv.blockedOrReturned().get(60, TimeUnit.SECONDS);
    exchange(first, "\"again\"");
    assertThat(recv.returned()).isNotDone();
    call("client", Function.CLOSE, first);
    assertThat(recv.returned().get(60, TimeUnit.SECONDS).result().data())
        .isEqualTo(Bytes.utf8("two"));
    experiment.close();
    assertThat(threads()).hasSize(1);
  }

  @Test
  void aThreadForEachServesTwoClientsAtOnce() throws Exception {
    serve(Service.THREAD_EACH);
    String first = connect();
    String second = connect();
    exchange(second, "\"two\"");
    exchange(first, "\"one\"");
    experiment.close();
    assertThat(threads()).hasSize(3);
  }

  /** The threads of the server that accepted and received. */
  private List<Long> threads() {
    return starts().stream()
        .filter(start -> start.program().equals("server"))
        .filter(start -> List.of(Function.ACCEPT, Function.RECV).contains(start.call().function()))
        .map(CallStarted::thread)
        .distinct()
        .toList();
  }

  private List<CallStarted> starts() {
    return trace.events().stream()
        .filter(CallStarted.class::isInstance)
        .map(CallStarted.class::cast)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aServiceEndsWhenItsListenerIsShutDown(Service service) throws Exception {
    serve(service);
    String s = connect();
    exchange(s, "\"hola\"");
    call("client", Function.CLOSE, s);
    experiment.call("server", 2, Call.parse(Function.SHUTDOWN, List.of(l, "SHUT_RDWR")));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (trace.events().stream().noneMatch(ServiceEnded.class::isInstance)) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    assertThat(trace.events().stream().filter(ServiceStarted.class::isInstance)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theCallsOfAServiceAreEventsAsAllOthers(Service service) throws Exception {
    serve(service);
    for (int i = 0; i < 20; i++) {
      String s = connect();
      exchange(s, "\"hola\"");
      call("client", Function.CLOSE, s);
    }
    experiment.close();
    Map<Long, List<Object>> calls = new HashMap<>();
    trace
        .events()
        .forEach(event -> {
          if (event instanceof CallStarted start) {
            assertThat(calls.put(start.callId(), new ArrayList<>())).isNull();
          } else if (event instanceof CallReturned returned) {
            calls.get(returned.callId()).add(returned);
          } else if (event instanceof CallBlocked blocked) {
            calls.get(blocked.callId()).add(blocked);
          }
        });
    assertThat(calls.values()).allMatch(later -> later.size() <= 2);
    List<Function> made =
        starts().stream()
            .filter(start -> start.program().equals("server") && start.callId() > 1_000_000)
            .map(start -> start.call().function())
            .toList();
    assertThat(made).filteredOn(Function.ACCEPT::equals).hasSizeBetween(20, 21);
    assertThat(made).filteredOn(Function.SEND::equals).hasSize(20);
    assertThat(made).filteredOn(Function.RECV::equals).hasSizeBetween(39, 40);
  }

  @Test
  void anInterruptedServerGoesOn() throws Exception {
    PendingCall accept = experiment.serve("server", Integer.parseInt(l), Service.ONE_AT_A_TIME);
    accept.blockedOrReturned().get(60, TimeUnit.SECONDS);
    experiment.interrupt(accept.id());
    assertThat(accept.returned().get(60, TimeUnit.SECONDS).result()).hasToString("-1 EINTR");
    exchange(connect(), "\"hola\"");
  }
}
