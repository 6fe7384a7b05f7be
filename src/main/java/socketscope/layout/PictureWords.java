package socketscope.layout;

import java.util.List;
import socketscope.diagram.Lifeline;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.QueueSpan;
import socketscope.diagram.RepeatRow;
import socketscope.event.PacketInferred;

/** The words of a human language in a picture. */
public interface PictureWords {

  /** What a lifeline is: program, kernel. */
  String kind(Lifeline.Kind kind);

  /** What the line of a foreign program is: foreign, and its kernel's. */
  String foreign();

  /** What is between the two kernels, the fullest first. */
  List<String> zone();

  /** What a note says. */
  String note(NoteRow row);

  /** What a row says that stands for many. */
  String repeat(RepeatRow row);

  /** What is written at an inferred packet's arrow, the fullest first. */
  List<String> inferred(PacketInferred packet);

  /** What is out of the ordinary about a packet, in two words; empty where nothing is. */
  String news(PacketRow row);

  /** What stands above the name of a call that blocks: {@code blocked in}. */
  String blocked();

  /** What stands above the name of a call that waits behind another. */
  String queued();

  /** What a filled queue holds: {@code 4 B}. */
  String amount(QueueSpan waiting);

  /** In place of a time, for what was before the first call. */
  String before();

  /** What separates the whole from its fraction. */
  char decimalSeparator();
}
