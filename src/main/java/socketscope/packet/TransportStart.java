package socketscope.packet;

import java.util.List;

/**
 * The first bytes of a TCP or UDP header whose rest is missing or senseless: RFC 792 makes a router
 * quote no more than eight bytes of them.
 */
public record TransportStart(
    int offset, int length, int protocol, int sourcePort, int destinationPort, List<Field> fields)
    implements TransportLayer {}
