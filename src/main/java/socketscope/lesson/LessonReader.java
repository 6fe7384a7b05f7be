package socketscope.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import socketscope.lesson.Lesson.Section;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LineCursor.LessonLine;

/** Reads a lesson from its Markdown (CommonMark 0.31): headings, prose, and fences of steps. */
public final class LessonReader extends AbstractVisitor {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /** The lines of one fence, and those that it takes with its marks. */
  private record Fence(int firstLine, int lastLine, List<LessonLine> lines) {}

  private final List<String> source;
  private final List<Fence> fences = new ArrayList<>();
  private final @Nullable Path folder;
  private @Nullable String title;
  private @Nullable String summary;

  private LessonReader(List<String> source, @Nullable Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /**
   * Reads a lesson.
   *
   * @throws LessonException with every fault that was found
   */
  public static Lesson read(String markdown) throws LessonException {
    return read(markdown, null);
  }

  /**
   * Reads a lesson that may send files.
   *
   * @param folder where they lie; null where it may send none
   * @throws LessonException with every fault that was found
   */
  static Lesson read(String markdown, @Nullable Path folder) throws LessonException {
    LessonReader reader = new LessonReader(List.of(LINE_END.split(markdown, -1)), folder);
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build()
        .parse(markdown)
        .accept(reader);
    return reader.lesson();
  }

  @Override
  public void visit(Heading heading) {
    if (title == null) {
      title = PlainText.of(heading);
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (summary == null) {
      summary = PlainText.of(paragraph);
    }
  }

  @Override
  public void visit(FencedCodeBlock block) {
    if (!block.getInfo().strip().split("\\s+", 2)[0].equals("steps")) {
      return;
    }
    int first = block.getSourceSpans().getFirst().getLineIndex();
    int last = block.getSourceSpans().getLast().getLineIndex();
    List<LessonLine> lines = new ArrayList<>();
    for (String text : block.getLiteral().lines().toList()) {
      int index = first + 1 + lines.size();
      // What the block's indentation took away stands before the text in its line.
      int before = Math.max(0, source.get(index).length() - text.length());
      lines.add(new LessonLine(index + 1, before + 1, text));
    }
    fences.add(new Fence(first, last, lines));
  }

  private Lesson lesson() throws LessonException {
    List<LessonFault> faults = new ArrayList<>();
    if (title == null) {
      faults.add(new LessonFault(1, 1, Kind.NO_TITLE, List.of()));
    }
    try {
      List<LessonLine> lines = fences.stream().flatMap(fence -> fence.lines().stream()).toList();
      Steps steps = StepsParser.parse(lines, folder);
      if (title != null) {
        return new Lesson(title, summary == null ? "" : summary, sections(steps), steps);
      }
    } catch (LessonException e) {
      faults.addAll(e.faults());
    }
    throw new LessonException(faults);
  }

  private List<Section> sections(Steps steps) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (Fence fence : fences) {
      List<LessonStep> own =
          steps.steps().stream()
              .filter(
                  step -> step.line() > fence.firstLine() && step.line() <= fence.lastLine() + 1)
              .toList();
      sections.add(new Section(prose(from, fence.firstLine()), own));
      from = fence.lastLine() + 1;
    }
    String closing = prose(from, source.size());
    if (!closing.isEmpty()) {
      sections.add(new Section(closing, List.of()));
    }
    return sections;
  }

  private String prose(int from, int to) {
    return String.join("\n", source.subList(from, to)).strip();
  }
}
