package socketscope.program;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.json.JsonFormatException;
import socketscope.json.Request;
import socketscope.syscall.Processes;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * Starts a program. Its first argument is the program's name, such as {@code client}. One that a
 * fork() makes has more: the path of the socket at which the application waits for it, and what it
 * {@link Inherited}.
 */
public final class ProgramMain {

  private ProgramMain() {}

  /** Runs until the application has nothing more to ask. */
  public static void main(String[] arguments)
      throws IOException, JsonFormatException, UnsupportedSystemException {
    String name = arguments[0];
    if (arguments.length == 1) {
      begin(name, new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    } else {
      List<Inherited> inheritance = Stream.of(arguments).skip(2).map(Inherited::parse).toList();
      beChild(name, Path.of(arguments[1]), inheritance);
    }
    // The blocked threads do not matter any more, and neither do the sockets: the kernel closes
    // them.
    Runtime.getRuntime().halt(0);
  }

  private static void begin(String name, InputStream requests, OutputStream events)
      throws IOException, JsonFormatException, UnsupportedSystemException {
    Reporter reporter = new Reporter(name, events);
    Thread.setDefaultUncaughtExceptionHandler(reporter::fail);
    LocalSystem system = new LocalSystem();
    long pid = system.threads().processId();
    prepare(name, system, List.of());
    reporter.report(stamp -> new ProgramStarted(stamp, Role.of(name), pid));
    serve(new RequestHandler(name, system, reporter), requests);
  }

  private static void beChild(String name, Path application, List<Inherited> inheritance)
      throws IOException, JsonFormatException, UnsupportedSystemException {
    LocalSystem system = new LocalSystem();
    Processes.Connection connection = system.processes().connect(application);
    Reporter reporter = new Reporter(name, connection.output());
    Thread.setDefaultUncaughtExceptionHandler(reporter::fail);
    prepare(name, system, inheritance);
    RequestHandler handler = new RequestHandler(name, system, reporter);
    handler.inherit(inheritance);
    reporter.ready();
    serve(handler, connection.input());
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
