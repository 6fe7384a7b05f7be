package socketscope.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.diagram.CallRow;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Lifeline;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.QueueSpan;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SignalSent;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.layout.PictureWords;
import socketscope.layout.RowShape;
import socketscope.layout.RowShape.Tag;
import socketscope.layout.TimeText;
import socketscope.packet.Happening;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * The words of a picture, and its rows as sentences, from the texts of the area {@code diagram}.
 */
public final class DiagramWords implements PictureWords {

  /** What a packet does that its flags and numbers do not say at a glance. */
  private static final Set<Happening> NEWS =
      EnumSet.of(
          Happening.RETRANSMISSION,
          Happening.SPURIOUS_RETRANSMISSION,
          Happening.OUT_OF_ORDER,
          Happening.DUPLICATE_ACK,
          Happening.KEEP_ALIVE,
          Happening.KEEP_ALIVE_ANSWER,
          Happening.ZERO_WINDOW_PROBE,
          Happening.WINDOW_FULL);

  /** Bytes of more characters are counted, not spelled. */
  private static final int LEGIBLE = 16;

  private final Texts texts;
  private final CallSentences sentences;

  /** Words from these texts, which are those of the area {@code diagram}. */
  public DiagramWords(Texts texts) {
    this.texts = texts;
    this.sentences = new CallSentences(texts);
  }

  /** The words of a language. */
  public static DiagramWords in(Language language) {
    return new DiagramWords(Texts.of("diagram", language));
  }

  /** A row in one sentence: {@code client: connect to 127.0.0.1:5000 returned 0 after 43 µs}. */
  public String sentence(Row row) {
    return switch (row) {
      case CallRow call -> sentences.of(call);
      case PacketRow packet ->
          texts.get(
              "sentence.packet", packet.program(), packet.receiver(), packet.reading().label());
      case InferredRow inferred ->
          texts.get(
              "sentence.inferred",
              inferred.program(),
              inferred.receiver(),
              new InferredWords(texts).label(inferred.event()));
      case NoteRow said when said.program().isEmpty() || said.event() instanceof ProgramStarted ->
          note(said);
      case NoteRow said
          when said.event() instanceof ProgramEnded || said.event() instanceof ProgramEvent ->
          note(said);
      case NoteRow said when said.event() instanceof ForeignEvent -> note(said);
      case GapRow gap -> texts.get("sentence.gap", sentence(gap.opposite()));
      case RepeatRow repeat -> repeat(repeat);
      case NoteRow said -> texts.get("sentence.note", said.program(), note(said));
    };
  }

  /** A row in one sentence, with what somebody noted about it. */
  public String sentence(RowShape shape) {
    Tag annotation = shape.annotation();
    String said = sentence(shape.row());
    return annotation == null
        ? said
        : texts.get("sentence.annotated", said, annotation.label().full());
  }

  @Override
  public String kind(Lifeline.Kind kind) {
    return switch (kind) {
      case PROGRAM -> texts.get("lifeline.program");
      case KERNEL -> texts.get("lifeline.kernel");
    };
  }

  @Override
  public String foreign() {
    return texts.get("lifeline.foreign");
  }

  @Override
  public List<String> zone() {
    return List.of(texts.get("zone"), texts.get("zone.short"));
  }

  @Override
  public String note(NoteRow row) {
    return note(row.event());
  }

  private String note(Event event) {
    return switch (event) {
      case ProgramStarted child when child.parent() != null ->
          texts.get("note.forked", child.program(), child.pid(), child.parent().program());
      case ProgramStarted started -> texts.get("note.started", started.program(), started.pid());
      case ProgramEnded ended when ended.signal() != 0 ->
          texts.get("note.killed", ended.program(), ended.signal());
      case ProgramEnded ended when ended.exitStatus() != 0 ->
          texts.get("note.exited", ended.program(), ended.exitStatus());
      case ProgramEnded ended -> texts.get("note.ended", ended.program());
      case ProgramStopped stopped -> texts.get("note.stopped", stopped.program());
      case ProgramContinued continued -> texts.get("note.continued", continued.program());
      case SignalSent sent -> texts.get("note.signal", sent.program(), sent.signal());
      case ServiceStarted started ->
          texts.get(note(started.service()), started.program(), started.descriptor());
      case ServiceEnded ended ->
          texts.get("note.service.ended", ended.program(), ended.descriptor());
      case CallQueued queued -> texts.get("note.queued", queued.call().toString());
      case StepChecked checked when checked.expected().equals("...") ->
          texts.get("note.expectedBlock", checked.actual());
      case StepChecked checked when checked.actual().equals("...") ->
          texts.get("note.blocked", checked.expected());
      case StepChecked checked when checked.actual().equals("?") ->
          texts.get("note.neverReturned", checked.expected());
      case StepFailed failed -> texts.get("note.stepFailed", failed.line());
      case StepChecked checked -> texts.get("note.expected", checked.expected(), checked.actual());
      case ForeignSocketSeen seen ->
          texts.get(seen.named() ? "note.foreign" : "note.foreign.unnamed", seen.program());
      case ForeignProgramEnded ended -> texts.get("note.foreign.ended", ended.program());
      case ForeignEvent _,
          ExperimentStarted _,
          CallEvent _,
          CaptureEvent _,
          Observation _,
          PacketInferred _,
          NoteWritten _ ->
          event.toString();
    };
  }

  private static String note(Service service) {
    return switch (service) {
      case ONE_AT_A_TIME -> "note.service.one";
      case THREAD_EACH -> "note.service.each";
    };
  }

  @Override
  public String repeat(RepeatRow row) {
    return texts.get(
        row.period() == 1 ? "repeat.one" : "repeat",
        row.period(),
        row.times(),
        TimeText.of(row.lasted(), decimalSeparator()));
  }

  @Override
  public List<String> inferred(PacketInferred packet) {
    return new InferredWords(texts).labels(packet);
  }

  @Override
  public String news(PacketRow row) {
    return row.reading().happenings().stream()
        .filter(NEWS::contains)
        .map(happening -> texts.get("news." + happening))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String blocked() {
    return texts.get("activation.blocked");
  }

  @Override
  public String queued() {
    return texts.get("activation.queued");
  }

  @Override
  public String amount(QueueSpan waiting) {
    String told = String.join(" ", waiting.bytes().stream().map(QueuedBytes::spelled).toList());
    boolean few = told.length() <= LEGIBLE && waiting.bytes().stream().noneMatch(QueuedBytes::cut);
    if (few && !told.isEmpty()) {
      return told;
    }
    return switch (waiting.queue()) {
      case RECEIVE -> bytes(waiting.amount());
      case SEND -> texts.get("queue.send", waiting.amount());
      case ACCEPT -> texts.get("queue.accept", waiting.amount());
    };
  }

  /** So many bytes. */
  public String bytes(long count) {
    return texts.get("queue.receive", count);
  }

  @Override
  public String before() {
    return texts.get("before");
  }

  @Override
  public char decimalSeparator() {
    return texts.get("decimal").charAt(0);
  }
}
