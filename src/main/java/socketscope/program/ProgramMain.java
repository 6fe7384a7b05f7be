package socketscope.program;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.json.JsonFormatException;
import socketscope.json.Request;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/** Starts a program. Its one argument is the program's name, such as {@code client}. */
public final class ProgramMain {

  private ProgramMain() {}

  /** Runs until the standard input ends. */
  public static void main(String[] arguments)
      throws IOException, JsonFormatException, UnsupportedSystemException {
    String name = arguments[0];
    Reporter reporter = new Reporter(name, new FileOutputStream(FileDescriptor.out));
    Thread.setDefaultUncaughtExceptionHandler(reporter::fail);
    LocalSystem system = new LocalSystem();
    long pid = system.threads().processId();
    system.prepareInterrupts();
    system.threads().endWithParent();
    Rehearsal.of(name, system);
    reporter.report(stamp -> new ProgramStarted(stamp, Role.of(name), pid));
    RequestHandler handler = new RequestHandler(name, system, reporter);
    serve(handler);
    // The blocked threads do not matter any more, and neither do the sockets: the kernel closes
    // them.
    Runtime.getRuntime().halt(0);
  }

  private static void serve(RequestHandler handler) throws IOException, JsonFormatException {
    BufferedReader requests =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      handler.take(Request.parse(line));
    }
  }
}
