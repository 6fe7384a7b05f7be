package socketscope.packet;

import java.util.List;
import socketscope.event.Bytes;

/** An option of a TCP header; its number in the registry of IANA is its kind. */
public sealed interface TcpOption {

  /** Kind 0, RFC 9293: no more options. */
  record EndOfOptionList() implements TcpOption {}

  /** Kind 1, RFC 9293: fills up. */
  record NoOperation() implements TcpOption {}

  /** Kind 2, RFC 9293: the most data that its sender takes in one segment, in bytes. */
  record MaximumSegmentSize(int bytes) implements TcpOption {}

  /** Kind 3, RFC 7323: windows that its sender announces are shifted left by so many bits. */
  record WindowScale(int shift) implements TcpOption {
    /** The greatest shift that counts, RFC 7323, section 2.3. */
    static final int GREATEST = 14;

    /** By what a window is multiplied. */
    public int factor() {
      return 1 << Math.min(shift, GREATEST);
    }
  }

  /** Kind 4, RFC 2018: its sender understands selective acknowledgments. */
  record SackPermitted() implements TcpOption {}

  /** Kind 5, RFC 2018: what arrived behind a gap. */
  record Sack(List<SackBlock> blocks) implements TcpOption {}

  /**
   * Bytes that arrived.
   *
   * @param left the first sequence number
   * @param right the one after the last
   */
  record SackBlock(long left, long right) {}

  /** Kind 8, RFC 7323: the sender's clock and the last clock of the other end that it saw. */
  record Timestamps(long value, long echoReply) implements TcpOption {}

  /**
   * Kind 34, RFC 7413, or kind 254 with its magic number: data in the SYN.
   *
   * @param cookie empty where one is asked for
   */
  record FastOpen(Bytes cookie, boolean experimental) implements TcpOption {}

  /** Kind 19, RFC 2385: an MD5 signature of the segment. */
  record Md5Signature(Bytes digest) implements TcpOption {}

  /** Kind 29, RFC 5925: an authenticated segment. */
  record Authentication(int keyId, int nextKeyId, Bytes code) implements TcpOption {}

  /** Any other kind. */
  record Unknown(int kind, Bytes data) implements TcpOption {}

  /** A length that cannot be, of an option of that kind; what follows cannot be read. */
  record BadLength(int kind) implements TcpOption {}
}
