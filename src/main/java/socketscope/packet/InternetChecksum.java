package socketscope.packet;

/** The checksum of the internet protocols, RFC 1071: the one's complement of a sum. */
final class InternetChecksum {

  private InternetChecksum() {}

  /** The sum of 16-bit words, the last one filled up with a zero byte; not folded yet. */
  static long sum(byte[] bytes, int from, int end) {
    long sum = 0;
    int at = from;
    for (; at + 1 < end; at += 2) {
      sum += NetworkOrder.u16(bytes, at);
    }
    return at < end ? sum + (NetworkOrder.u8(bytes, at) << 8) : sum;
  }

  static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }

  /** Of a header that is summed up by itself, as in IPv4 and ICMP. */
  static Checksum verify(Slice covered, int checksumAt) {
    return verify(covered, checksumAt, 0);
  }

  /** Of what stands behind a pseudo-header with that sum. */
  static Checksum verify(Slice covered, int checksumAt, long pseudoHeader) {
    int value = covered.u16(checksumAt);
    if (covered.missing() > 0) {
      return new Checksum.NotVerifiable(value);
    }
    long sum = sum(covered.bytes(), covered.from(), covered.end()) + pseudoHeader;
    if (fold(sum) == 0xffff) {
      return new Checksum.Correct(value);
    }
    int expected = ~fold(sum - value) & 0xffff;
    return pseudoHeader != 0 && value == fold(pseudoHeader)
        ? new Checksum.Offloaded(value, expected)
        : new Checksum.Wrong(value, expected);
  }
}
