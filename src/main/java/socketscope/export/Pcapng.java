package socketscope.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;

/**
 * Captured packets as a pcapng file, which Wireshark opens (draft-ietf-opsawg-pcapng). The packets
 * start at the IP header (LINKTYPE_RAW), their times have nanoseconds.
 */
public final class Pcapng {

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int INTERFACE_STATISTICS = 5;
  private static final int ENHANCED_PACKET = 6;
  private static final int LINKTYPE_RAW = 101;

  private static final int COMMENT = 1;
  private static final int SECTION_OS = 3;
  private static final int SECTION_APPLICATION = 4;
  private static final int INTERFACE_NAME = 2;
  private static final int INTERFACE_RESOLUTION = 9;
  private static final int INTERFACE_OS = 12;
  private static final int CAPTURE_START = 2;
  private static final int CAPTURE_END = 3;
  private static final int DROPPED_BY_OS = 7;
  private static final int DELIVERED = 8;
  private static final byte NANOSECONDS = 9;

  private Pcapng() {}

  /**
   * Where the packets were captured.
   *
   * @param application the name and version of who writes the file
   * @param system the operating system
   * @param interfaceName such as {@code lo}; null where no packet tells it, then there are none
   * @param comment what Wireshark shows in the properties of the file; empty for nothing
   */
  public record Source(
      String application, String system, @Nullable String interfaceName, String comment) {}

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

  /**
   * What the capture says of itself when it is over.
   *
   * @param from when it began, in nanoseconds since 1970 in UTC
   * @param until when it ended
   * @param lost how many packets the kernel had no room for
   */
  public record Statistics(long from, long until, long lost) {}

  /**
   * The bytes of the file.
   *
   * @param statistics null where the end of the capture was not seen
   */
  public static byte[] of(
      Source source, List<CapturedPacket> packets, @Nullable Statistics statistics) {
    PcapngBlocks blocks = new PcapngBlocks();
    section(blocks, source);
    if (source.interfaceName() != null) {
      loopback(blocks, source.interfaceName(), source.system());
      packets.forEach(packet -> packet(blocks, packet));
      if (statistics != null) {
        statistics(blocks, statistics, packets.size());
      }
    }
    return blocks.toByteArray();
  }

  private static void section(PcapngBlocks blocks, Source source) {
    blocks.begin(SECTION_HEADER);
    blocks.u32(0x1a2b3c4d);
    blocks.u16(1);
    blocks.u16(0);
    // The length of the section is not said.
    blocks.u64(-1);
    if (!source.comment().isEmpty()) {
      blocks.option(COMMENT, source.comment());
    }
    blocks.option(SECTION_OS, source.system());
    blocks.option(SECTION_APPLICATION, source.application());
    blocks.end();
  }

  private static void loopback(PcapngBlocks blocks, String name, String system) {
    blocks.begin(INTERFACE_DESCRIPTION);
    blocks.u16(LINKTYPE_RAW);
    blocks.u16(0);
    // No limit on how much of a packet is captured.
    blocks.u32(0);
    blocks.option(INTERFACE_NAME, name);
    blocks.option(INTERFACE_RESOLUTION, new byte[] {NANOSECONDS});
    blocks.option(INTERFACE_OS, system);
    blocks.end();
  }

  private static void packet(PcapngBlocks blocks, CapturedPacket packet) {
    blocks.begin(ENHANCED_PACKET);
    blocks.u32(0);
    blocks.time(packet.wallClockNanos());
    blocks.u32(packet.bytes().length());
    blocks.u32(packet.originalLength());
    blocks.padded(packet.bytes().toArray());
    packet.comments().forEach(comment -> blocks.option(COMMENT, comment));
    blocks.end();
  }

  private static void statistics(PcapngBlocks blocks, Statistics statistics, int delivered) {
    blocks.begin(INTERFACE_STATISTICS);
    blocks.u32(0);
    blocks.time(statistics.until());
    blocks.optionTime(CAPTURE_START, statistics.from());
    blocks.optionTime(CAPTURE_END, statistics.until());
    blocks.option(DROPPED_BY_OS, statistics.lost());
    blocks.option(DELIVERED, delivered);
    blocks.end();
  }
}
