package socketscope.capture;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.CaptureMethod;
import socketscope.json.JsonFormatException;
import socketscope.syscall.Processes;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * Starts a capture. Its arguments are the methods to try, such as {@code RAW_SOCKET}, in that
 * order; without any it tries all. After them may come the path of a socket at which the
 * application waits for it, in place of the standard input and output.
 */
public final class CaptureMain {

  private CaptureMain() {}

  /** Runs until the input ends. */
  public static void main(String[] arguments)
      throws IOException, JsonFormatException, UnsupportedSystemException, InterruptedException {
    LocalSystem system = new LocalSystem();
    Processes.Connection application = application(arguments, system);
    EventOutput output = new EventOutput(application.output());
    Thread.setDefaultUncaughtExceptionHandler(output::fail);
    Finding finding = Finding.of(methods(arguments), system, System.getenv());
    BufferedReader news =
        new BufferedReader(new InputStreamReader(application.input(), StandardCharsets.UTF_8));
    new Capture(system.tables().packets().device(), output).run(finding, news);
    Runtime.getRuntime().halt(0);
  }

  private static Processes.Connection application(String[] arguments, LocalSystem system)
      throws IOException {
    return arguments.length > 0 && isPath(arguments[arguments.length - 1])
        ? system.processes().connect(Path.of(arguments[arguments.length - 1]))
        : new Processes.Connection(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
  }

  private static boolean isPath(String argument) {
    return argument.indexOf('/') >= 0;
  }

  /** All that can be tried, the best first. */
  static List<CaptureMethod> all() {
    return List.of(CaptureMethod.RAW_SOCKET, CaptureMethod.TCPDUMP, CaptureMethod.DUMPCAP);
  }

  private static List<CaptureMethod> methods(String[] arguments) {
    List<CaptureMethod> methods = new ArrayList<>();
    for (String argument : arguments) {
      if (!isPath(argument)) {
        methods.add(CaptureMethod.valueOf(argument));
      }
    }
    return methods.isEmpty() ? all() : methods;
  }
}
