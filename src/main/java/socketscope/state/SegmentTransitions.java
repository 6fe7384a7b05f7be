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
final class SegmentTransitions {

  private final HistoryBuilders builders;

  SegmentTransitions(HistoryBuilders builders) {
    this.builders = builders;
  }

  /**
   * Gives the histories that may have changed.
   *
   * @param decoded the same packet, decoded
   */
  List<HistoryBuilder> crossed(PacketSeen packet, Packet decoded) {
    Flow raw = decoded.flow().orElse(null);
    TcpLayer segment = decoded.layer(TcpLayer.class).orElse(null);
    if (raw == null || segment == null) {
      return List.of();
    }
    Pair way = new Pair(raw.source(), raw.destination());
    HistoryBuilder sender = sender(way, segment);
    HistoryBuilder receiver = builders.at(way.reversed());
    if (sender != null) {
      sender.followed = true;
      sender.numbers.sent(segment);
      sent(sender, segment, new ChangeCause.Crossed(packet, true, segment.flags()));
    }
    if (receiver != null) {
      receiver.followed = true;
      received(receiver, segment, new ChangeCause.Crossed(packet, false, segment.flags()));
    }
    return Stream.of(sender, receiver).filter(Objects::nonNull).toList();
  }

  private @Nullable HistoryBuilder sender(Pair way, TcpLayer segment) {
    boolean syn = segment.flags().has(TcpFlag.SYN);
    boolean ack = segment.flags().has(TcpFlag.ACK);
    HistoryBuilder known = builders.at(way);
    boolean begins = known != null && foreign(known) && known.untouched();
    if (!syn || begins || known != null && !known.is(CLOSED, TIME_WAIT)) {
      return known;
    }
    return ack ? builders.bornAtListener(way) : builders.connecting(way);
  }

  private boolean foreign(HistoryBuilder builder) {
    return builders.record(builder).filter(socket -> socket.foreign() != null).isPresent();
  }

  private void sent(HistoryBuilder builder, TcpLayer segment, ChangeCause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    CallStarted closing = builders.closingOf(builder);
    boolean closes = closing != null;
    ChangeCause cause = closing == null ? crossed : new ChangeCause.Called(closing);
    if (segment.flags().has(TcpFlag.RST)) {
      if (!builder.is(CLOSED, LISTEN, TIME_WAIT) && (closes || !builder.is(SYN_SENT))) {
        builder.abort(packet, cause);
      }
    } else if (segment.flags().has(TcpFlag.SYN)) {
      synSent(builder, segment, crossed);
    } else if (segment.flags().has(TcpFlag.FIN)) {
      if (builder.is(ESTABLISHED, SYN_RECV)) {
        builder.go(FIN_WAIT1, packet, cause);
      } else if (builder.is(CLOSE_WAIT)) {
        builder.go(LAST_ACK, packet, cause);
      }
    }
  }

  private void synSent(HistoryBuilder builder, TcpLayer segment, ChangeCause.Crossed crossed) {
    if (segment.flags().has(TcpFlag.ACK)) {
      if (builder.is(LISTEN)) {
        builder.go(SYN_RECV, crossed.packet(), crossed);
      }
    } else if (builder.is(CLOSED)) {
      CallStarted connect = builders.connectOf(builder);
      builder.go(
          SYN_SENT, crossed.packet(), connect == null ? crossed : new ChangeCause.Called(connect));
    }
  }

  private void received(HistoryBuilder builder, TcpLayer segment, ChangeCause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    if (segment.flags().has(TcpFlag.RST)) {
      if (!builder.is(CLOSED, LISTEN)) {
        builder.abort(packet, crossed);
      }
      return;
    }
    builder.numbers.received(segment);
    if (segment.flags().has(TcpFlag.SYN)) {
      synReceived(builder, segment, crossed);
    }
    acknowledged(builder, segment, crossed);
    if (builder.numbers.allArrived()) {
      finReceived(builder, crossed);
    }
  }

  private static void synReceived(
      HistoryBuilder builder, TcpLayer segment, ChangeCause.Crossed crossed) {
    if (builder.is(SYN_SENT)) {
      boolean answers = segment.flags().has(TcpFlag.ACK);
      builder.go(answers ? ESTABLISHED : SYN_RECV, crossed.packet(), crossed);
    }
  }

  private void acknowledged(HistoryBuilder builder, TcpLayer segment, ChangeCause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    boolean bare = segment.dataLength() == 0 && !segment.flags().has(TcpFlag.FIN);
    if (builder.is(SYN_RECV)
        && builder.numbers.acknowledgesSyn(segment)
        && !(bare && builders.defersAccept(builder))) {
      builder.go(ESTABLISHED, packet, crossed);
    }
    if (builder.numbers.acknowledgesFin(segment)) {
      if (builder.is(FIN_WAIT1)) {
        builder.go(FIN_WAIT2, packet, crossed);
      } else if (builder.is(CLOSING)) {
        builder.go(TIME_WAIT, packet, crossed);
      } else if (builder.is(LAST_ACK)) {
        builder.go(CLOSED, packet, crossed);
      }
    }
  }

  private static void finReceived(HistoryBuilder builder, ChangeCause.Crossed crossed) {
    PacketSeen packet = crossed.packet();
    if (builder.is(ESTABLISHED)) {
      builder.go(CLOSE_WAIT, packet, crossed);
    } else if (builder.is(FIN_WAIT1)) {
      builder.go(CLOSING, packet, crossed);
    } else if (builder.is(FIN_WAIT2)) {
      builder.go(TIME_WAIT, packet, crossed);
    }
  }
}
