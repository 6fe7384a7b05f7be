package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;
import socketscope.event.PacketInferred;

/**
 * An arrow from kernel to kernel: a packet that was not seen, but is proven.
 *
 * @param program the participant whose kernel sent it
 * @param receiver the participant whose kernel it went to; the same one where a program talks to
 *     itself
 */
public record InferredRow(PacketInferred event, String program, String receiver) implements Row {

  @Override
  public List<Event> events() {
    return List.of(event);
  }

  @Override
  public Look look() {
    return switch (event.kind()) {
      case SYN, SYN_ACK -> Look.HANDSHAKE;
      case ACK -> Look.ACK;
      case DATA, DATAGRAM -> Look.DATA;
      case FIN -> Look.FIN;
      case RST, PORT_UNREACHABLE -> Look.RST;
    };
  }
}
