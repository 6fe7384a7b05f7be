package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.CLOSING;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.FIN_WAIT2;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallStarted;
import socketscope.event.PacketSeen;
import socketscope.packet.Flow;
import socketscope.packet.Packet;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpLayer;

/**
 * What a segment does to its two ends, RFC 9293, section 3.10. On the loopback interface it arrives
 * at the moment at which it is sent.
 */
final class Segments {

  private final Lives lives;

  Segments(Lives lives) {
    this.lives = lives;
  }

  /** Gives the lives that may have changed. */
  List<Life> crossed(PacketSeen packet) {
    Packet decoded = Packet.decode(packet.bytes());
    Flow raw = decoded.flow().orElse(null);
    TcpLayer segment = decoded.layer(TcpLayer.class).orElse(null);
    if (raw == null || segment == null) {
      return List.of();
    }
    Pair way = new Pair(raw.source(), raw.destination());
    Life sender = sender(way, segment);
    Life receiver = lives.at(way.reversed());
    if (sender != null) {
      sender.followed = true;
      sender.numbers.sent(segment);
      sent(sender, segment, new Cause.Crossed(packet, true, segment.flags()));
    }
    if (receiver != null) {
      receiver.followed = true;
      received(receiver, segment, new Cause.Crossed(packet, false, segment.flags()));
    }
    return Stream.of(sender, receiver).filter(Objects::nonNull).toList();
  }

  private @Nullable Life sender(Pair way, TcpLayer segment) {
    boolean syn = segment.flags().has(TcpFlag.SYN);
    boolean ack = segment.flags().has(TcpFlag.ACK);
    Life known = lives.at(way);
    boolean begins = known != null && known.foreign && known.untouched();
    if (!syn || begins || known != null && !known.is(CLOSED, TIME_WAIT)) {
      return known;
    }
    return ack ? lives.bornAtListener(way) : lives.connecting(way);
  }

  private static void sent(Life life, TcpLayer segment, Cause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    boolean closes = life.closing != null;
    Cause cause = closes ? new Cause.Called(life.closing) : crossed;
    if (segment.flags().has(TcpFlag.RST)) {
      if (!life.is(CLOSED, LISTEN, TIME_WAIT) && (closes || !life.is(SYN_SENT))) {
        life.abort(packet, cause);
      }
    } else if (segment.flags().has(TcpFlag.SYN)) {
      synSent(life, segment, crossed);
    } else if (segment.flags().has(TcpFlag.FIN)) {
      if (life.is(ESTABLISHED, SYN_RECV)) {
        life.go(FIN_WAIT1, packet, cause);
      } else if (life.is(CLOSE_WAIT)) {
        life.go(LAST_ACK, packet, cause);
      }
    }
  }

  private static void synSent(Life life, TcpLayer segment, Cause.Crossed crossed) {
    if (segment.flags().has(TcpFlag.ACK)) {
      if (life.is(LISTEN)) {
        life.go(SYN_RECV, crossed.packet(), crossed);
      }
    } else if (life.is(CLOSED)) {
      CallStarted connect = life.connecting;
      life.go(SYN_SENT, crossed.packet(), connect == null ? crossed : new Cause.Called(connect));
    }
  }

  private void received(Life life, TcpLayer segment, Cause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    if (segment.flags().has(TcpFlag.RST)) {
      if (!life.is(CLOSED, LISTEN)) {
        life.abort(packet, crossed);
      }
      return;
    }
    life.numbers.received(segment);
    if (segment.flags().has(TcpFlag.SYN)) {
      synReceived(life, segment, crossed);
    }
    acknowledged(life, segment, crossed);
    if (life.numbers.allArrived()) {
      finReceived(life, crossed);
    }
  }

  private static void synReceived(Life life, TcpLayer segment, Cause.Crossed crossed) {
    if (life.is(SYN_SENT)) {
      boolean answers = segment.flags().has(TcpFlag.ACK);
      life.go(answers ? ESTABLISHED : SYN_RECV, crossed.packet(), crossed);
    }
  }

  private void acknowledged(Life life, TcpLayer segment, Cause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    boolean bare = segment.dataLength() == 0 && !segment.flags().has(TcpFlag.FIN);
    if (life.is(SYN_RECV)
        && life.numbers.acknowledgesSyn(segment)
        && !(bare && lives.defersAccept(life))) {
      life.go(ESTABLISHED, packet, crossed);
    }
    if (life.numbers.acknowledgesFin(segment)) {
      if (life.is(FIN_WAIT1)) {
        life.go(FIN_WAIT2, packet, crossed);
      } else if (life.is(CLOSING)) {
        life.go(TIME_WAIT, packet, crossed);
      } else if (life.is(LAST_ACK)) {
        life.go(CLOSED, packet, crossed);
      }
    }
  }

  private static void finReceived(Life life, Cause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    if (life.is(ESTABLISHED)) {
      life.go(CLOSE_WAIT, packet, crossed);
    } else if (life.is(FIN_WAIT1)) {
      life.go(CLOSING, packet, crossed);
    } else if (life.is(FIN_WAIT2)) {
      life.go(TIME_WAIT, packet, crossed);
    }
  }
}
