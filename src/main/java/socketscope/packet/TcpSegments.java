package socketscope.packet;

import java.util.EnumSet;
import java.util.Set;

/**
 * Names what a segment does, given what its own and the other direction have told before. The
 * definitions are those that Wireshark uses too, where they do not guess by time; besides, a probe
 * of a closed window is named even in the form of a keep-alive, which Linux gives it.
 */
final class TcpSegments {

  private final TcpLayer segment;
  private final TcpEnd own;
  private final TcpEnd other;
  private final Set<Happening> found = EnumSet.noneOf(Happening.class);

  private TcpSegments(TcpLayer segment, TcpEnd own, TcpEnd other) {
    this.segment = segment;
    this.own = own;
    this.other = other;
  }

  static Set<Happening> name(TcpLayer segment, TcpEnd own, TcpEnd other) {
    TcpSegments names = new TcpSegments(segment, own, other);
    names.nameFlags();
    names.nameProgress();
    names.nameWindow();
    names.nameAcknowledgment();
    if (names.found.isEmpty()) {
      names.found.add(Happening.OTHER);
    }
    return names.found;
  }

  private boolean plain() {
    return !segment.flags().hasAny(TcpFlag.SYN, TcpFlag.FIN, TcpFlag.RST);
  }

  private boolean empty() {
    return segment.dataLength() == 0;
  }

  private boolean acknowledges() {
    return segment.flags().has(TcpFlag.ACK);
  }

  private boolean startsAtNext() {
    return own.nextKnown() && segment.sequence() == own.next();
  }

  private void nameFlags() {
    TcpFlags flags = segment.flags();
    if (flags.has(TcpFlag.RST)) {
      found.add(Happening.RST);
      if (acknowledges() && other.synSeen() && own.acknowledged < 0 && !own.synSeen()) {
        found.add(Happening.REFUSED);
      }
      return;
    }
    if (flags.has(TcpFlag.SYN)) {
      found.add(acknowledges() ? Happening.SYN_ACK : Happening.SYN);
    }
    if (!empty()) {
      found.add(Happening.DATA);
    }
    if (flags.has(TcpFlag.FIN)) {
      found.add(Happening.FIN);
    }
    if (plain() && empty() && acknowledges()) {
      boolean third =
          own.acknowledged < 0 && own.synSeen() && other.last.contains(Happening.SYN_ACK);
      found.add(third ? Happening.HANDSHAKE_ACK : Happening.ACK);
    }
  }

  private void nameProgress() {
    if (!own.nextKnown() || segment.flags().has(TcpFlag.RST)) {
      return;
    }
    int ahead = SequenceNumbers.distance(own.next(), segment.sequence());
    boolean otherClosed = other.window == 0;
    if (plain() && ahead == 0 && segment.dataLength() == 1 && otherClosed) {
      found.add(Happening.ZERO_WINDOW_PROBE);
    } else if (plain() && ahead == -1 && segment.dataLength() <= 1) {
      found.add(otherClosed ? Happening.ZERO_WINDOW_PROBE : Happening.KEEP_ALIVE);
      found.remove(Happening.DATA);
      found.remove(Happening.ACK);
    } else if (ahead > 0) {
      found.add(Happening.GAP_BEFORE);
    } else if (ahead < 0 && segment.sequenceLength() > 0 && !answersSimultaneousOpen()) {
      nameRepeated();
    }
  }

  /** After a SYN, the same number again with an ACK: both ends opened at once (RFC 9293, 3.5). */
  private boolean answersSimultaneousOpen() {
    return found.contains(Happening.SYN_ACK) && own.last.contains(Happening.SYN);
  }

  private void nameRepeated() {
    long end = SequenceNumbers.add(segment.sequence(), segment.sequenceLength());
    if (own.fillsGap(segment.sequence(), end)) {
      found.add(Happening.OUT_OF_ORDER);
      return;
    }
    found.add(Happening.RETRANSMISSION);
    if (other.acknowledged >= 0 && SequenceNumbers.distance(other.acknowledged, end) <= 0) {
      found.add(Happening.SPURIOUS_RETRANSMISSION);
    }
  }

  private void nameWindow() {
    if (!plain()) {
      return;
    }
    if (segment.window() == 0) {
      found.add(Happening.ZERO_WINDOW);
    }
    if (!empty() && other.window > 0 && reachesEdge()) {
      found.add(Happening.WINDOW_FULL);
    }
  }

  private boolean reachesEdge() {
    if (!own.synSeen() || !other.synSeen() || other.acknowledged < 0) {
      return false;
    }
    long window = (long) other.window << other.shiftWith(own);
    long end = SequenceNumbers.add(segment.sequence(), segment.dataLength());
    return end == SequenceNumbers.add(other.acknowledged, window);
  }

  private void nameAcknowledgment() {
    if (!acknowledges()) {
      return;
    }
    if (other.nextKnown() && SequenceNumbers.before(other.next(), segment.acknowledgment())) {
      found.add(Happening.ACKNOWLEDGES_UNSEEN);
    }
    boolean saysNothingNew =
        plain() && empty() && startsAtNext() && segment.acknowledgment() == own.acknowledged;
    if (!saysNothingNew) {
      return;
    }
    if (segment.window() != own.window) {
      if (segment.window() != 0) {
        found.add(Happening.WINDOW_UPDATE);
      }
    } else if (other.last.contains(Happening.KEEP_ALIVE)) {
      found.add(Happening.KEEP_ALIVE_ANSWER);
    } else if (segment.window() == 0) {
      if (other.last.contains(Happening.ZERO_WINDOW_PROBE)) {
        found.add(Happening.ZERO_WINDOW_PROBE_ANSWER);
      }
    } else {
      found.add(Happening.DUPLICATE_ACK);
    }
  }
}
