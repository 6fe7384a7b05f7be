package socketscope.packet;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Finds the packet that an ICMP error is about, by what the error quotes of it. */
final class QuotedPacketFinder {

  /** So many bytes of the transport header every error quotes (RFC 792). */
  private static final int QUOTED = 8;

  private QuotedPacketFinder() {}

  static OptionalInt of(Packet error, IcmpMessage icmp, List<Packet> before) {
    if (Flow.of(icmp.quoted()).isEmpty()) {
      return OptionalInt.empty();
    }
    for (int i = before.size() - 1; i >= 0; i--) {
      if (same(error, icmp.quoted(), before.get(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean same(Packet error, List<Layer> quoted, Packet packet) {
    return Flow.of(quoted).equals(packet.flow())
        && identification(quoted) == identification(packet.layers())
        && Arrays.equals(start(error, quoted), start(packet, packet.layers()));
  }

  private static int identification(List<Layer> layers) {
    return layers.getFirst() instanceof Ipv4Layer ip ? ip.identification() : 0;
  }

  private static byte[] start(Packet packet, List<Layer> layers) {
    int from = layers.get(1).offset();
    byte[] bytes = packet.bytes().toArray();
    return Arrays.copyOfRange(bytes, from, Math.min(from + QUOTED, bytes.length));
  }
}
