package socketscope.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/** Real sockets that do over the loopback interface what is to be seen in packets. */
final class LoopbackTraffic {

  private final InetAddress host;
  private final LoopbackCapture capture;
  private final ServerSocketChannel server;
  private final int closedPort;

  private LoopbackTraffic(
      InetAddress host, LoopbackCapture capture, ServerSocketChannel server, int closedPort) {
    this.host = host;
    this.capture = capture;
    this.server = server;
    this.closedPort = closedPort;
  }

  /** Captures all of it, of that address, into the file. */
  static void capture(String address, Path file) throws Exception {
    InetAddress host = InetAddress.getByName(address);
    try (ServerSocketChannel server = ServerSocketChannel.open();
        DatagramSocket marker = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      server.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      server.bind(new InetSocketAddress(host, 0), 0);
      int port = server.socket().getLocalPort();
      int closed = freePort(host);
      List<Integer> ports = List.of(port, closed, marker.getLocalPort());
      try (LoopbackCapture capture = LoopbackCapture.start(file, ports)) {
        LoopbackTraffic traffic = new LoopbackTraffic(host, capture, server, closed);
        traffic.talk();
        traffic.stopReading();
        traffic.reset();
        traffic.refuse();
        traffic.stayIdle();
        traffic.overflowBacklog();
        traffic.connectToItself();
        capture.awaitAll(marker.getLocalPort());
      }
    }
  }

  private static int freePort(InetAddress host) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, host)) {
      return socket.getLocalPort();
    }
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(server.getLocalAddress());
  }

  private void talk() throws Exception {
    try (SocketChannel client = connect();
        SocketChannel accepted = server.accept()) {
      client.write(ByteBuffer.wrap("hola".getBytes(UTF_8)));
      ByteBuffer received = ByteBuffer.allocate(4);
      accepted.read(received);
      accepted.write(received.flip());
      client.read(ByteBuffer.allocate(4));
      client.shutdownOutput();
      accepted.read(ByteBuffer.allocate(1));
    }
  }

  private void stopReading() throws Exception {
    try (SocketChannel client = connect();
        SocketChannel accepted = server.accept()) {
      client.configureBlocking(false);
      for (int i = 0; i < 20; i++) {
        client.write(ByteBuffer.allocate(1000));
      }
      capture.await(Happening.ZERO_WINDOW);
      capture.await(Happening.ZERO_WINDOW_PROBE);
      accepted.configureBlocking(false);
      ByteBuffer buffer = ByteBuffer.allocate(100_000);
      while (accepted.read(buffer.clear()) > 0) {
        // All that waits in the server's kernel.
      }
      capture.await(Happening.WINDOW_UPDATE);
    }
  }

  private void reset() throws Exception {
    SocketChannel client = connect();
    try (SocketChannel accepted = server.accept()) {
      client.setOption(StandardSocketOptions.SO_LINGER, 0);
      client.close();
      assertThatThrownBy(() -> accepted.read(ByteBuffer.allocate(1)))
          .isInstanceOf(IOException.class);
    }
  }

  private void refuse() throws Exception {
    InetSocketAddress nobody = new InetSocketAddress(host, closedPort);
    assertThatThrownBy(() -> SocketChannel.open(nobody)).isInstanceOf(ConnectException.class);
    try (DatagramSocket socket = new DatagramSocket(0, host)) {
      socket.send(new DatagramPacket("hola".getBytes(UTF_8), 4, nobody));
    }
    capture.await(Happening.ICMP_ERROR);
  }

  private void stayIdle() throws Exception {
    try (SocketChannel client = connect();
        SocketChannel accepted = server.accept()) {
      client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      setSeconds(client, "TCP_KEEPIDLE");
      setSeconds(client, "TCP_KEEPINTERVAL");
      capture.await(Happening.KEEP_ALIVE);
      capture.await(Happening.KEEP_ALIVE_ANSWER);
      accepted.shutdownOutput();
    }
  }

  /** Sets an option of the module jdk.net, which no module here requires, to one second. */
  @SuppressWarnings("unchecked")
  private static void setSeconds(SocketChannel socket, String name) throws IOException {
    SocketOption<?> option =
        socket.supportedOptions().stream()
            .filter(supported -> supported.name().equals(name))
            .findAny()
            .orElseThrow(() -> new AssertionError(name));
    socket.setOption((SocketOption<Integer>) option, 1);
  }

  private void overflowBacklog() throws Exception {
    try (ServerSocketChannel full = ServerSocketChannel.open();
        SocketChannel waiting = SocketChannel.open();
        SocketChannel unanswered = SocketChannel.open()) {
      server.close();
      full.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      full.bind(new InetSocketAddress(host, closedPort), 1);
      waiting.connect(full.getLocalAddress());
      try (Socket second = new Socket(host, closedPort)) {
        unanswered.configureBlocking(false);
        unanswered.connect(full.getLocalAddress());
        capture.await(Happening.RETRANSMISSION);
        second.setSoLinger(true, 0);
      }
    }
  }

  private void connectToItself() throws Exception {
    try (Socket socket = new Socket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, closedPort));
      socket.connect(new InetSocketAddress(host, closedPort));
      socket.getOutputStream().write('x');
      socket.getInputStream().read();
    }
  }
}
