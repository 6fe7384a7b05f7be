package socketscope.packet;

import java.util.List;

/**
 * An IPv4 header, RFC 791, section 3.1, with its options.
 *
 * @param totalLength what the header says of header and data, in bytes
 * @param fragmentOffset where the data belongs in the whole datagram, in bytes
 * @param timeToLive how many more routers may pass it on
 */
public record Ipv4Layer(
    int offset,
    int length,
    IpAddress source,
    IpAddress destination,
    int protocol,
    int totalLength,
    int identification,
    boolean dontFragment,
    boolean moreFragments,
    int fragmentOffset,
    int timeToLive,
    Checksum checksum,
    List<Field> fields)
    implements IpLayer {}
