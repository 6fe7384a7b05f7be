package socketscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import socketscope.compare.Comparison;
import socketscope.export.ComparisonPicture;
import socketscope.export.ComparisonText;
import socketscope.export.HtmlComparison;
import socketscope.export.Palette;
import socketscope.lesson.Lessons;
import socketscope.lesson.Lessons.LessonPair;

/** {@code socketscope compare LEFT RIGHT}: two experiments side by side. */
@Command(name = "compare")
final class CompareCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PAIR|LESSON|FILE",
      descriptionKey = "compared")
  private @Nullable String one;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LESSON|FILE",
      descriptionKey = "comparedWith")
  private @Nullable String other;

  @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "svg")
  private @Nullable Path svg;

  @Option(names = "--png", paramLabel = "FILE", descriptionKey = "png")
  private @Nullable Path png;

  @Option(names = "--text", paramLabel = "FILE", descriptionKey = "comparedText")
  private @Nullable Path text;

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "comparedHtml")
  private @Nullable Path html;

  @Option(names = "--left-trace", paramLabel = "FILE", descriptionKey = "leftTrace")
  private @Nullable Path leftTrace;

  @Option(names = "--right-trace", paramLabel = "FILE", descriptionKey = "rightTrace")
  private @Nullable Path rightTrace;

  @Mixin private PlayOptions play = new PlayOptions();

  @Option(names = "--folded", descriptionKey = "folded")
  private boolean folded;

  @Option(names = "--dark", descriptionKey = "dark")
  private boolean dark;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException, InterruptedException {
    if (one == null) {
      Lessons.pairs(console.language()).forEach(this::tell);
      return ExitCode.OK;
    }
    LessonPair pair = other == null ? pair(one) : null;
    check();
    String ours = pair == null ? one : pair.left();
    String theirs = pair == null ? other : pair.right();
    ComparisonInput.Ready leftReady = ComparisonInput.find(console, ours, play, leftTrace);
    ComparisonInput.Ready rightReady = ComparisonInput.find(console, theirs, play, rightTrace);
    ComparisonInput left = leftReady.play();
    ComparisonInput right = rightReady.play();
    show(left, right, Comparison.of(left.events(), right.events()));
    return left.asTheLessonSays() && right.asTheLessonSays()
        ? ExitCode.OK
        : ExitCode.KERNEL_ANSWERED_OTHERWISE;
  }

  private void tell(LessonPair pair) {
    console.result(
        String.join("\t", pair.id(), pair.left(), pair.right(), pair.title(), pair.look()));
  }

  private LessonPair pair(String name) throws CommandException {
    List<LessonPair> pairs = Lessons.pairs(console.language());
    Optional<LessonPair> found = pairs.stream().filter(each -> each.id().equals(name)).findFirst();
    if (found.isEmpty()) {
      String ids = String.join(", ", pairs.stream().map(LessonPair::id).toList());
      throw CommandException.badFile(console.text("compare.one", name, ids));
    }
    return found.get();
  }

  private void check() throws CommandException {
    OutputFiles written = new OutputFiles(console, names());
    for (Path path :
        Stream.of(svg, png, text, html, leftTrace, rightTrace).filter(Objects::nonNull).toList()) {
      written.check(path);
    }
  }

  private List<String> names() {
    return other == null
        ? List.of()
        : Stream.of(one, other)
            .filter(Objects::nonNull)
            .flatMap(name -> LessonSource.files(name).stream())
            .toList();
  }

  private void show(ComparisonInput left, ComparisonInput right, Comparison comparison)
      throws CommandException {
    List<String> lines =
        ComparisonText.of(comparison, left.title(), right.title(), console.language());
    lines.forEach(console::result);
    write(text, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    if (html != null) {
      write(html, page(left, right).getBytes(StandardCharsets.UTF_8));
    }
    if (svg == null && png == null) {
      return;
    }
    ComparisonPicture picture =
        new ComparisonPicture(comparison, left.title(), right.title(), folded, console.language());
    Palette palette = dark ? Palette.DARK : Palette.LIGHT;
    write(svg, picture.svg(palette).getBytes(StandardCharsets.UTF_8));
    write(png, picture.png(palette));
  }

  private String page(ComparisonInput left, ComparisonInput right) {
    return HtmlComparison.of(
        new HtmlComparison.Side(left.title(), left.events()),
        new HtmlComparison.Side(right.title(), right.events()),
        folded,
        console.language(),
        ZoneId.systemDefault());
  }

  private void write(@Nullable Path path, byte[] content) throws CommandException {
    try {
      if (path != null) {
        Files.write(path, content);
      }
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unwritable", path));
    }
  }
}
