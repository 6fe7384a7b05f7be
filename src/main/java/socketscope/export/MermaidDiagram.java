package socketscope.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import socketscope.diagram.Activation;
import socketscope.diagram.Activation.Progress;
import socketscope.diagram.Annotation;
import socketscope.diagram.Band;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.GapRow;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Look;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Participant;
import socketscope.diagram.QueueSpan;
import socketscope.diagram.RepeatRow;
import socketscope.diagram.Row;
import socketscope.diagram.Span;

/**
 * A diagram in the language of Mermaid, which Markdown viewers draw. A call is a line with a full
 * head, its answer a dashed one; a packet has an open head, dashed where it only acknowledges; what
 * fails or resets ends in a cross. States, queues and blocked calls are notes.
 */
public final class MermaidDiagram {

  private final Diagram diagram;
  private final DiagramWords words;
  private final MermaidNames names;
  private final MermaidLines lines = new MermaidLines();
  private final Map<Integer, List<Activation>> starting;
  private final Map<Integer, List<Activation>> touching = new HashMap<>();
  private final Map<Integer, List<Band>> bands;
  private final Map<Integer, List<QueueSpan>> waitings;

  private MermaidDiagram(Diagram diagram, DiagramWords words, boolean folded) {
    this.diagram = diagram;
    this.words = words;
    this.names = new MermaidNames(diagram.participants(), words, folded);
    this.starting = byFirstRow(diagram.activations());
    for (Activation activation : diagram.activations()) {
      touching.computeIfAbsent(activation.from(), _ -> new ArrayList<>()).add(activation);
      if (activation.to() != activation.from()) {
        touching.computeIfAbsent(activation.to(), _ -> new ArrayList<>()).add(activation);
      }
    }
    this.bands = byFirstRow(diagram.bands());
    this.waitings = byFirstRow(diagram.waitings());
  }

  /**
   * The whole diagram. Lines end with {@code \n}.
   *
   * @param folded whether a program and its kernel share one line
   */
  public static String of(Diagram diagram, DiagramWords words, String title, boolean folded) {
    return new MermaidDiagram(diagram, words, folded).text(title);
  }

  private static <S extends Span<S>> Map<Integer, List<S>> byFirstRow(List<S> spans) {
    return spans.stream().collect(Collectors.groupingBy(Span::from));
  }

  private String text(String title) {
    lines.begin(title);
    names.declare(lines);
    for (int row = 0; row < diagram.rows().size(); row++) {
      row(row);
    }
    for (Activation activation : diagram.activations()) {
      if (activation.to() >= diagram.rows().size() && drawn(activation)) {
        lines.deactivate(program(activation.program()));
      }
    }
    return lines.text();
  }

  private void row(int index) {
    for (Activation activation : starting.getOrDefault(index, List.of())) {
      if (drawn(activation)) {
        lines.activate(program(activation.program()));
      }
    }
    arrow(diagram.rows().get(index));
    for (Activation activation : touching.getOrDefault(index, List.of())) {
      begun(activation, index);
    }
    notes(index);
    for (Annotation annotation : diagram.annotations()) {
      if (annotation.row() == index) {
        lines.note(names.firstAndLast(), annotation.text());
      }
    }
  }

  private static boolean drawn(Activation activation) {
    return activation.to() > activation.from();
  }

  private void begun(Activation activation, int row) {
    String line = program(activation.program());
    if (activation.from() == row
        && activation.progress() == Progress.BLOCKED
        && activation.function() != null) {
      lines.note(
          line, words.blocked() + " " + activation.function().name().toLowerCase(Locale.ROOT));
    }
    if (activation.to() == row && drawn(activation)) {
      lines.deactivate(line);
    }
  }

  private void arrow(Row row) {
    switch (row) {
      case CallRow call ->
          lines.message(
              names.of(call.sender()), arrow(call), names.of(call.receiver()), call.label());
      case PacketRow packet ->
          lines.message(
              names.of(kernel(packet.program())),
              arrow(packet),
              names.of(kernel(packet.receiver())),
              packet.labels().getFirst());
      case InferredRow packet ->
          lines.message(
              names.of(kernel(packet.program())),
              packet.look() == Look.RST ? "--x" : "--)",
              names.of(kernel(packet.receiver())),
              words.inferred(packet.event()).getFirst());
      case NoteRow note when note.program().isEmpty() ->
          lines.note(names.firstAndLast(), words.note(note));
      case GapRow _ -> {}
      case RepeatRow repeat -> lines.note(names.firstAndLast(), words.repeat(repeat));
      case NoteRow note -> lines.note(program(note.program()), words.note(note));
    }
  }

  private static String arrow(CallRow call) {
    boolean failed = call.result() != null && call.result().failed();
    return switch (call.phase()) {
      case WHOLE -> failed ? "-x" : "->>";
      case START -> "->>";
      case RETURN -> failed ? "--x" : "-->>";
    };
  }

  private static String arrow(PacketRow packet) {
    return switch (packet.reading().kind()) {
      case HANDSHAKE, DATA, FIN -> "-)";
      case ACK, OTHER -> "--)";
      case RST -> "-x";
    };
  }

  /** What the kernel was heard to say after a row. */
  private void notes(int row) {
    for (Participant participant : diagram.participants()) {
      List<String> said = new ArrayList<>();
      for (Band band : bands.getOrDefault(row, List.of())) {
        if (band.program().equals(participant.program())) {
          said.add(state(band));
        }
      }
      for (QueueSpan waiting : waitings.getOrDefault(row, List.of())) {
        if (waiting.program().equals(participant.program())) {
          said.add(words.amount(waiting));
        }
      }
      if (!said.isEmpty()) {
        lines.note(names.of(participant.kernelLine()), String.join(", ", said));
      }
    }
  }

  /** A program's first socket needs no telling apart. */
  private static String state(Band band) {
    String state = band.state() == null ? String.valueOf(band.local()) : band.state().name();
    return band.tellsDescriptor() ? state + " (fd " + band.descriptor() + ")" : state;
  }

  private String program(String name) {
    return names.of(new Lifeline(name, Lifeline.Kind.PROGRAM));
  }

  private static Lifeline kernel(String name) {
    return new Lifeline(name, Lifeline.Kind.KERNEL);
  }
}
