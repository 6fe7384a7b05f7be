package socketscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Another program's traffic, as much of it as one thread can send. */
final class Flood implements AutoCloseable {

  /** What is sent. */
  enum Kind {
    /** A file transfer. */
    TCP_IN_LARGE_BLOCKS,
    UDP_IN_LARGE_BLOCKS,
    UDP_IN_SMALL_BLOCKS
  }

  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean over;
  private final Thread sender;

  Flood(Kind kind) {
    sender =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                switch (kind) {
                  case TCP_IN_LARGE_BLOCKS -> stream();
                  case UDP_IN_LARGE_BLOCKS -> datagrams(60_000);
                  case UDP_IN_SMALL_BLOCKS -> datagrams(64);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void stream() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new Socket(loopback, listener.getLocalPort());
        Socket server = listener.accept()) {
      Thread.ofPlatform().daemon().start(() -> drain(server));
      OutputStream out = client.getOutputStream();
      byte[] block = new byte[1 << 16];
      while (!over) {
        out.write(block);
        sent.incrementAndGet();
      }
    }
  }

  private static void drain(Socket socket) {
    try {
      InputStream in = socket.getInputStream();
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The flood is over.
    }
  }

  private void datagrams(int size) throws IOException {
    try (DatagramSocket from = new DatagramSocket(0, loopback);
        DatagramSocket to = new DatagramSocket(0, loopback)) {
      DatagramPacket packet = new DatagramPacket(new byte[size], size, to.getLocalSocketAddress());
      while (!over) {
        from.send(packet);
        sent.incrementAndGet();
      }
    }
  }

  long sent() {
    return sent.get();
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    sender.join();
  }
}
