package socketscope.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import socketscope.event.Place;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.json.JsonFormatException;
import socketscope.json.Request;
import socketscope.syscall.Processes;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * Starts a program. Its arguments: the program's name, such as {@code client}; where it runs, as
 * {@link Place#word} says it; the path of the socket at which the application waits for it, which
 * may be missing: then it speaks over the standard input and output. One that a fork() makes has
 * more: {@code forked}, and what it {@link Inherited}.
 */
public final class ProgramMain {

  private static final int OF_FORK = 4;

  private ProgramMain() {}

  /** Runs until the application has nothing more to ask. */
  public static void main(String[] arguments)
      throws IOException, JsonFormatException, UnsupportedSystemException, InterruptedException {
    LocalSystem system = new LocalSystem();
    Place place = Place.of(arguments[1]).orElseThrow();
    Processes.Connection connection =
        arguments.length == 2
            ? system.processes().moveStandard()
            : system.processes().connect(Path.of(arguments[2]));
    Reporter reporter = new Reporter(arguments[0], connection.output());
    Thread.setDefaultUncaughtExceptionHandler(reporter::fail);
    boolean forked = arguments.length >= OF_FORK;
    List<Inherited> inheritance = Stream.of(arguments).skip(OF_FORK).map(Inherited::parse).toList();
    prepare(arguments[0], system, inheritance);
    RequestHandler handler = new RequestHandler(arguments[0], place, system, reporter);
    handler.inherit(inheritance);
    if (forked) {
      reporter.ready();
    } else {
      long pid = system.threads().processId();
      reporter.report(stamp -> new ProgramStarted(stamp, Role.of(arguments[0]), pid));
    }
    serve(handler, connection.input());
    handler.end();
    // The blocked threads do not matter any more, and neither do the sockets: the kernel closes
    // them.
    Runtime.getRuntime().halt(0);
  }

  private static void prepare(String name, LocalSystem system, List<Inherited> inheritance) {
    system.prepareInterrupts();
    system.threads().endWithParent();
    Rehearsal.of(name, system);
    system.processes().keepDescriptors(inheritance.stream().map(Inherited::descriptor).toList());
  }

  private static void serve(RequestHandler handler, InputStream input)
      throws IOException, JsonFormatException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      handler.take(Request.parse(line));
    }
  }
}
