package socketscope.packet;

import java.util.List;

/**
 * An IPv6 header, RFC 8200, section 3, with its extension headers.
 *
 * @param payloadLength what the header says of all that follows its 40 bytes
 * @param protocol what follows the last extension header
 */
public record Ipv6Layer(
    int offset,
    int length,
    IpAddress source,
    IpAddress destination,
    int protocol,
    int trafficClass,
    int flowLabel,
    int payloadLength,
    int hopLimit,
    List<ExtensionHeader> extensionHeaders,
    List<Field> fields)
    implements IpLayer {}
