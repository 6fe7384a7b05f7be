package socketscope.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import socketscope.event.Event;
import socketscope.explain.Transcript;
import socketscope.export.Excerpt;
import socketscope.infer.Inference;

/** {@code socketscope export TRACE}: a saved trace as pictures; without options, its transcript. */
@Command(name = "export")
final class ExportCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Parameters(paramLabel = "TRACE", descriptionKey = "trace")
  private Path trace = Path.of("");

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandException {
    List<Event> events = Inference.complete(SavedTrace.read(console, trace));
    Outputs files = new Outputs(console, outputs);
    files.check(new OutputFiles(console, List.of(trace.toString())));
    Excerpt excerpt = files.excerpt(events);
    if (outputs.wantNothing()) {
      Transcript transcript = Transcript.of(console.language(), ZoneId.systemDefault());
      transcript.lines(excerpt.events(), 0, excerpt.whole().origin()).forEach(console::result);
    }
    files.write(excerpt, ExitCode.BAD_USAGE_OR_FILE);
    return ExitCode.OK;
  }
}
