package socketscope.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Participant;

/** The lines of a diagram under names that Mermaid takes, whatever the programs are called. */
final class MermaidNames {

  private static final Pattern SAFE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

  private final List<Participant> participants;
  private final DiagramWords words;
  private final boolean folded;
  private final List<Lifeline> leftToRight = new ArrayList<>();
  private final Map<Lifeline, String> names = new HashMap<>();
  private final Set<Lifeline> foreign = new HashSet<>();

  MermaidNames(List<Participant> participants, DiagramWords words, boolean folded) {
    this.participants = participants;
    this.words = words;
    this.folded = folded;
    for (Participant participant : participants) {
      if (participant.foreign()) {
        addForeign(participant);
        continue;
      }
      switch (participant.role()) {
        case CLIENT -> add(participant.programLine(), participant.kernelLine());
        case SERVER -> add(participant.kernelLine(), participant.programLine());
      }
    }
  }

  /** Nothing is known to happen on the program's own line. */
  private void addForeign(Participant participant) {
    leftToRight.add(participant.kernelLine());
    foreign.add(participant.kernelLine());
    String name = whole(participant.program()) + "foreign";
    names.put(participant.kernelLine(), name);
    names.put(participant.programLine(), name);
  }

  private void add(Lifeline left, Lifeline right) {
    for (Lifeline line : folded ? List.of(left) : List.of(left, right)) {
      leftToRight.add(line);
    }
    for (Lifeline line : List.of(left, right)) {
      names.put(line, whole(line.program()) + (folded ? "side" : kind(line)));
    }
  }

  /** No word that means something to Mermaid, such as {@code end}. */
  private String whole(String program) {
    return SAFE.matcher(program).matches() ? program + "_" : "p" + leftToRight.size() + "_";
  }

  private static String kind(Lifeline line) {
    return line.kind().name().toLowerCase(Locale.ROOT);
  }

  String of(Lifeline line) {
    return names.getOrDefault(line, "unknown");
  }

  /** Both ends of a note over everything. */
  String firstAndLast() {
    return participants.isEmpty()
        ? "unknown"
        : of(leftToRight.getFirst()) + "," + of(leftToRight.getLast());
  }

  void declare(MermaidLines lines) {
    for (Lifeline line : leftToRight) {
      String kind =
          foreign.contains(line)
              ? " · " + words.foreign()
              : folded ? "" : " · " + words.kind(line.kind());
      lines.participant(of(line), line.program() + kind);
    }
  }
}
