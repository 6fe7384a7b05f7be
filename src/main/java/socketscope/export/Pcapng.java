package socketscope.export;

import java.util.List;
import socketscope.event.Bytes;

/**
 * Captured packets as a pcapng file, which Wireshark opens (draft-ietf-opsawg-pcapng). The packets
 * start at the IP header (LINKTYPE_RAW), their times have nanoseconds.
 */
public final class Pcapng {

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int LINKTYPE_RAW = 101;

  private static final int COMMENT = 1;
  private static final int SECTION_OS = 3;
  private static final int SECTION_APPLICATION = 4;
  private static final int INTERFACE_NAME = 2;
  private static final int INTERFACE_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;

  private Pcapng() {}

  /**
   * Where the packets were captured.
   *
   * @param application the name and version of who writes the file
   * @param system the operating system
   * @param interfaceName such as {@code lo}
   */
  public record Source(String application, String system, String interfaceName) {}

  /**
   * One packet.
   *
   * @param wallClockNanos when, in nanoseconds since 1970 in UTC
   * @param bytes what was captured of it, from the IP header on
   * @param originalLength how many bytes it had
   * @param comments what Wireshark shows above it
   */
  public record CapturedPacket(
      long wallClockNanos, Bytes bytes, int originalLength, List<String> comments) {

    public CapturedPacket {
      if (originalLength < bytes.length()) {
        throw new IllegalArgumentException(originalLength + " < " + bytes.length());
      }
      comments = List.copyOf(comments);
    }
  }

  /** The bytes of the file. */
  public static byte[] of(Source source, List<CapturedPacket> packets) {
    PcapngBlocks blocks = new PcapngBlocks();
    blocks.begin(SECTION_HEADER);
    blocks.u32(0x1a2b3c4d);
    blocks.u16(1);
    blocks.u16(0);
    // The length of the section is not said.
    blocks.u64(-1);
    blocks.option(SECTION_OS, source.system());
    blocks.option(SECTION_APPLICATION, source.application());
    blocks.end();

    blocks.begin(INTERFACE_DESCRIPTION);
    blocks.u16(LINKTYPE_RAW);
    blocks.u16(0);
    // No limit on how much of a packet is captured.
    blocks.u32(0);
    blocks.option(INTERFACE_NAME, source.interfaceName());
    blocks.option(INTERFACE_RESOLUTION, new byte[] {NANOSECONDS});
    blocks.end();
    packets.forEach(packet -> packet(blocks, packet));
    return blocks.toByteArray();
  }

  private static void packet(PcapngBlocks blocks, CapturedPacket packet) {
    blocks.begin(ENHANCED_PACKET);
    blocks.u32(0);
    blocks.u32((int) (packet.wallClockNanos() >>> 32));
    blocks.u32((int) packet.wallClockNanos());
    blocks.u32(packet.bytes().length());
    blocks.u32(packet.originalLength());
    blocks.padded(packet.bytes().toArray());
    packet.comments().forEach(comment -> blocks.option(COMMENT, comment));
    blocks.end();
  }
}
