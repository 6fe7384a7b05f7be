package socketscope.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.layout.Picture.WakeShape;

/** Lays out what leads from the packets that woke calls to the returns of those calls. */
final class WakeLayout {

  /** How far below the last wanted row a return is looked for, in rows. */
  private static final int BEYOND = 40;

  private static final double DOT = 2.6;

  private final Frame frame;
  private final PacketLayout packets;

  WakeLayout(Frame frame, PacketLayout packets) {
    this.frame = frame;
    this.packets = packets;
  }

  List<WakeShape> wakes() {
    List<WakeShape> shapes = new ArrayList<>();
    boolean plainText = frame.metrics().rise() == 0;
    int end = plainText ? 0 : Math.min(frame.endRow(), frame.toRow() + BEYOND);
    for (int i = frame.firstRow(); i < end; i++) {
      if (frame.diagram().rows().get(i) instanceof CallRow call
          && call.wokenBy() >= 0
          && call.wokenBy() < frame.toRow()) {
        Arrow packet = arrow(call.wokenBy());
        if (packet != null) {
          shapes.add(shape(packet, i, call));
        }
      }
    }
    return shapes;
  }

  private @Nullable Arrow arrow(int index) {
    Row row = frame.diagram().rows().get(index);
    return switch (row) {
      case PacketRow packet -> packets.arrow(index, packet);
      case InferredRow packet -> packets.arrow(index, packet);
      case CallRow _ -> null;
      case NoteRow _, RepeatRow _, GapRow _ -> null;
    };
  }

  private WakeShape shape(Arrow packet, int index, CallRow call) {
    int outward = frame.columns().outward(call.program());
    double radius = DOT * frame.metrics().scale();
    double x1 = packet.x2() + outward * radius;
    double kernel = frame.columns().kernelX(call.program());
    if (frame.columns().folded()) {
      // The bar of the blocked call stands right beside the kernel, and leads on to its return.
      double bar = kernel + outward * (frame.metrics().band() / 2 + frame.metrics().lane());
      return new WakeShape(x1, packet.y2(), bar, packet.y2(), radius);
    }
    double tail = kernel + outward * frame.kernelEdge();
    return new WakeShape(x1, packet.y2(), tail, frame.lineY(index), radius);
  }
}
