package socketscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * Whose packet it is: from which endpoint to which.
 *
 * @param quoted whether they are those of a packet that an ICMP error quotes, and is about
 * @param segment what TCP says; null for others, and where it is cut off
 */
record Heading(Endpoint source, Endpoint destination, boolean quoted, @Nullable Segment segment) {

  EndpointPair flow() {
    return EndpointPair.between(source, destination);
  }
}
