package socketscope.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import socketscope.cli.StraceLog;
import socketscope.cli.StracedCommands;

/**
 * Programs that are started under strace each, and nothing else is: every call that strace stops at
 * costs its process a while on a busy machine, and the application makes many.
 */
final class TracedPrograms {

  private static final String LOG = "log.";
  private static final String HOME_OF_THE_SCRIPT = "home";
  private static final List<String> LINKS = List.of("lib", "conf");
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Path JAVA = HOME.resolve("bin").resolve("java");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private TracedPrograms() {}

  /**
   * From now on this JVM starts programs so: in the place of Java it finds a script. strace lets
   * them be its children and have their own number (-D). The child of one that is looked at is
   * looked at, too.
   *
   * @param folder where the logs are to be, and a home of Java that has the script
   */
  static void startIn(Path folder) throws IOException {
    Path home = folder.resolve(HOME_OF_THE_SCRIPT);
    Path script = Files.createDirectories(home.resolve("bin")).resolve("java");
    // The JDK itself finds its files by the same property.
    for (String link : LINKS) {
      Files.createSymbolicLink(home.resolve(link), HOME.resolve(link));
    }
    String strace = String.join(" ", StracedCommands.command(folder + "/" + LOG + "$$", "-D"));
    Files.writeString(
        script,
        """
        #!/bin/sh
        case "$*" in
        *socketscope.program.*)
          while read -r name value; do
            case $name in TracerPid:) tracer=$value;; esac
          done < /proc/$$/status
          [ "$tracer" = 0 ] && exec %s %s "$@";;
        esac
        exec %s "$@"
        """
            .formatted(strace, JAVA, JAVA));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.setProperty("java.home", home.toString());
  }

  /** What strace saw, once all of them have ended. */
  static StraceLog log(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.getFileName().toString().startsWith(LOG)).toList()) {
        Pattern end =
            Pattern.compile(
                file.getFileName().toString().substring(LOG.length()) + " +\\+\\+\\+ .*");
        long until = System.nanoTime() + PATIENCE;
        List<String> written = Files.readAllLines(file);
        while (written.stream().noneMatch(end.asMatchPredicate())) {
          assertThat(System.nanoTime()).as("strace has told of an end: " + end).isLessThan(until);
          LockSupport.parkNanos(20_000_000);
          written = Files.readAllLines(file);
        }
        lines.addAll(written);
      }
    }
    for (String link : LINKS) {
      Files.delete(folder.resolve(HOME_OF_THE_SCRIPT).resolve(link));
    }
    return StraceLog.of(lines);
  }
}
