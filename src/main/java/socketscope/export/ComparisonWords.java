package socketscope.export;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import socketscope.compare.ComparedCall;
import socketscope.compare.Difference;
import socketscope.compare.Difference.Aspect;
import socketscope.compare.Stretch;
import socketscope.compare.Stretch.Verdict;
import socketscope.text.Language;
import socketscope.text.Texts;

/** Says in what two experiments differ. */
public final class ComparisonWords {

  private final Texts texts;

  private ComparisonWords(Texts texts) {
    this.texts = texts;
  }

  /** The words of a language. */
  public static ComparisonWords in(Language language) {
    return new ComparisonWords(Texts.of("compare", language));
  }

  /** The sign for it, which says it without a colour. */
  public static String mark(Verdict verdict) {
    return switch (verdict) {
      case SAME -> "=";
      case DIFFERS -> "≠";
      case ONLY_LEFT -> "◀";
      case ONLY_RIGHT -> "▶";
    };
  }

  /** What is to be said of a stretch, in a word or two. */
  public String verdict(Verdict verdict) {
    return texts.get("verdict." + verdict);
  }

  /** The same, in as few letters as there is room for between the two. */
  public String word(Verdict verdict) {
    return texts.get("word." + verdict);
  }

  /** How many differences there are. */
  public String count(int differences) {
    return switch (differences) {
      case 0 -> texts.get("count.none");
      case 1 -> texts.get("count.one");
      default -> texts.get("count", differences);
    };
  }

  /** A stretch in a line: {@code connect: 0 | ECONNREFUSED}. The answer comes first. */
  public String line(Stretch stretch) {
    Verdict verdict = stretch.verdict();
    List<Difference> differences = stretch.differences();
    String about =
        differences.isEmpty()
            ? verdict(verdict)
            : differences.stream()
                .sorted(Comparator.comparingInt(each -> each.aspect() == Aspect.RESULT ? 0 : 1))
                .map(this::said)
                .collect(Collectors.joining("; "));
    return texts.get("line", name(stretch), about);
  }

  private static String name(Stretch stretch) {
    ComparedCall call = stretch.left() == null ? stretch.right() : stretch.left();
    return call == null ? "" : call.key().program() + " " + call.call().function().cName();
  }

  private String said(Difference difference) {
    String nothing =
        difference.aspect() == Aspect.RESULT ? texts.get("unanswered") : texts.get("nothing");
    String left = difference.left().isEmpty() ? nothing : difference.left();
    String right = difference.right().isEmpty() ? nothing : difference.right();
    if (difference.aspect() == Aspect.BLOCKED) {
      left = texts.get(difference.left().isEmpty() ? "blocksNot" : "blocks");
      right = texts.get(difference.right().isEmpty() ? "blocksNot" : "blocks");
    }
    return texts.get("aspect." + difference.aspect(), texts.get("pair", left, right));
  }
}
