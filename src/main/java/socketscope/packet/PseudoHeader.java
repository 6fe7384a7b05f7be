package socketscope.packet;

/**
 * What TCP, UDP and ICMPv6 sum up besides their own bytes (RFC 9293, 3.1; RFC 768; RFC 8200, 8.1).
 *
 * @param addresses the sum of both addresses
 * @param inet4 whether they are of IPv4
 * @param fragment whether the datagram goes on in other packets
 * @param rerouted whether the last destination stands in a routing header
 */
record PseudoHeader(long addresses, boolean inet4, boolean fragment, boolean rerouted) {

  /** Verifies a checksum over the slice, whose length counts in it. */
  Checksum verify(int protocol, Slice covered, int checksumAt) {
    if (fragment || rerouted) {
      return new Checksum.NotVerifiable(covered.u16(checksumAt));
    }
    // A length of 65536 and more (RFC 2675) counts as two words; folding makes them one sum.
    long sum = addresses + protocol + covered.full();
    return InternetChecksum.verify(covered, checksumAt, sum);
  }
}
