package socketscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Place;
import socketscope.kernel.NetworkFiles;

/** The network of this application: that of the machine. */
final class SharedNetwork implements Network {

  @Override
  public Place place() {
    return Place.SHARED;
  }

  @Override
  public Process start(String main, @Nullable Path folder, List<String> arguments)
      throws IOException {
    return new ProcessBuilder(ProgramCommand.of(main, arguments))
        .directory(folder == null ? null : folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public NetworkFiles files() {
    return NetworkFiles.OWN;
  }

  @Override
  public List<String> enter() {
    return List.of();
  }

  @Override
  public void close() {}
}
