package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.packet.Reading;

/**
 * An arrow from kernel to kernel: a packet that was seen.
 *
 * @param program the participant whose kernel sent it
 * @param receiver the participant whose kernel it went to; the same one where a program talks to
 *     itself
 * @param reading what it means among the packets before it
 */
public record PacketRow(PacketSeen event, String program, String receiver, Reading reading)
    implements Row {

  @Override
  public List<Event> events() {
    return List.of(event);
  }

  @Override
  public Look look() {
    return switch (reading.kind()) {
      case HANDSHAKE -> Look.HANDSHAKE;
      case DATA -> Look.DATA;
      case ACK -> Look.ACK;
      case FIN -> Look.FIN;
      case RST -> Look.RST;
      case OTHER -> Look.NOTE;
    };
  }

  /** What is written at the arrow, the fullest first: {@code PSH, ACK len=4}, {@code PSH, ACK}. */
  public List<String> labels() {
    String label = reading.label();
    int numbers = label.indexOf('=');
    int end = numbers < 0 ? -1 : label.lastIndexOf(' ', numbers);
    return end < 1 ? List.of(label) : List.of(label, label.substring(0, end));
  }
}
