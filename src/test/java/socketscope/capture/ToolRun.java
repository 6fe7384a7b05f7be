package socketscope.capture;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;
import socketscope.event.CaptureMethod;
import socketscope.syscall.local.LocalSystem;

/** Datagrams over the loopback interface, seen through a tool and through a packet socket. */
record ToolRun(List<String> packets, List<String> beside) {

  ToolRun(CaptureMethod method) throws Exception {
    this(new ArrayList<>(), new ArrayList<>());
    LocalSystem system = new LocalSystem();
    Map<String, String> environment = System.getenv();
    Finding tool = Finding.of(List.of(method), system, environment);
    Finding raw = Finding.of(List.of(CaptureMethod.RAW_SOCKET), system, environment);
    Assumptions.assumeTrue(tool.source() != null, tool.reason());
    Assumptions.assumeTrue(raw.source() != null, raw.reason());
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      tool.source().begin(new Port(socket.getLocalPort(), packets));
      raw.source().begin(new Port(socket.getLocalPort(), beside));
      for (int i = 0; i < 20; i++) {
        socket.send(new DatagramPacket(new byte[i], i, socket.getLocalSocketAddress()));
      }
      tool.source().end(() -> packets.size() >= 20, System.nanoTime() + 5_000_000_000L);
      raw.source().end(() -> true, System.nanoTime() + 5_000_000_000L);
    }
  }

  /** The packets of one port, with their times to the microsecond. */
  private record Port(int port, List<String> packets) implements PacketSource.Taker {

    @Override
    public void packet(long day, int length, Bytes bytes) {
      Heading heading = HeadingReader.read(bytes.toArray());
      if (heading != null && heading.source().port() == port) {
        packets.add(day / 1000 + " " + length + " " + bytes.hex());
      }
    }

    @Override
    public void broken(String reason) {
      packets.add(reason);
    }
  }
}
