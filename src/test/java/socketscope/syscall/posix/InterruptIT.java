package socketscope.syscall.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.Threads;
import socketscope.syscall.local.LocalSystem;

/** A thread that is blocked in recv(), and the signal that wakes it. */
class InterruptIT {

  private final CompletableFuture<Long> receiver = new CompletableFuture<>();
  private final CompletableFuture<Result> received = new CompletableFuture<>();
  private LocalSystem system;
  private SystemCalls calls;
  private SocketAddress address;

  @BeforeEach
  void blockInRecv() throws Exception {
    system = new LocalSystem();
    assumeTrue(system.tables().system().equals("Linux"), "tried on Linux only");
    system.prepareInterrupts();
    calls = system.newCalls();
    int domain = system.tables().constants().asInt("AF_INET").orElseThrow();
    int type = system.tables().constants().asInt("SOCK_DGRAM").orElseThrow();
    int socket = (int) calls.socket(domain, type, 0).value();
    calls.bind(socket, SocketAddress.parse("127.0.0.1:0"));
    address = calls.getsockname(socket).address();
    Thread.ofPlatform().daemon().start(() -> receive(socket));
  }

  private void receive(int socket) {
    try (SystemCalls own = system.newCalls()) {
      receiver.complete(system.threads().self());
      received.complete(own.recv(socket, 10, 0));
      own.close(socket);
    }
  }

  private Result sendHola() {
    int domain = system.tables().constants().asInt("AF_INET").orElseThrow();
    int type = system.tables().constants().asInt("SOCK_DGRAM").orElseThrow();
    int socket = (int) calls.socket(domain, type, 0).value();
    Result sent;
    try {
      List<String> arguments =
          List.of(String.valueOf(socket), "\"hola\"", "0", String.valueOf(address));
      sent = calls.make(Call.parse(Function.SENDTO, arguments));
    } catch (NotationException e) {
      throw new IllegalStateException(e);
    }
    calls.close(socket);
    return sent;
  }

  @Test
  void signalEndsABlockedCallWithEintr() throws Exception {
    long thread = receiver.get(60, TimeUnit.SECONDS);
    while (!received.isDone()) {
      system.threads().interrupt(thread);
      Thread.onSpinWait();
    }
    assertThat(received.join()).hasToString("-1 EINTR");
  }

  @Test
  void threadsOfARehearsalAreSentNoSignal() throws Exception {
    Threads silent = system.silent().threads();
    long thread = receiver.get(60, TimeUnit.SECONDS);
    for (int i = 0; i < 1000; i++) {
      silent.interrupt(thread);
    }
    assertThat(sendHola()).isEqualTo(Result.of(4));
    assertThat(received.get(60, TimeUnit.SECONDS).data()).isEqualTo(Bytes.utf8("hola"));
  }
}
