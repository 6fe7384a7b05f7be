package socketscope.packet;

import java.util.List;
import socketscope.event.Bytes;

/** Bytes without a header that is known here. */
public record Payload(int offset, Bytes bytes, Kind kind) implements Layer {

  /** What they are. */
  public enum Kind {
    /** What one program sent to the other. */
    DATA,
    /** The body of an ICMP message that quotes nothing. */
    ICMP_BODY,
    /** A later part of a datagram that was sent in fragments. */
    FRAGMENT,
    /** Of a protocol that is not decoded. */
    OTHER_PROTOCOL,
    /** Behind the end that the headers say. */
    TRAILER
  }

  @Override
  public int length() {
    return bytes.length();
  }

  @Override
  public List<Field> fields() {
    return List.of(Field.ofBytes("Data", bytes.toString(), offset, length()));
  }
}
