package socketscope.packet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.Bytes;

/** Reads the file that tcpdump writes on the loopback interface, without the Ethernet headers. */
public final class PcapFile {

  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  static final int ETHERNET_HEADER = 14;

  private PcapFile() {}

  /** All packets that are there so far. */
  public static List<Bytes> packets(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Bytes> packets = new ArrayList<>();
    int at = FILE_HEADER;
    while (at + RECORD_HEADER <= bytes.limit()) {
      int length = bytes.getInt(at + 8);
      if (at + RECORD_HEADER + length > bytes.limit()) {
        break;
      }
      byte[] packet = new byte[length - ETHERNET_HEADER];
      bytes.get(at + RECORD_HEADER + ETHERNET_HEADER, packet);
      packets.add(Bytes.copyOf(packet));
      at += RECORD_HEADER + length;
    }
    return packets;
  }
}
