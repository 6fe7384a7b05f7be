package socketscope.capture;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.CaptureMethod;
import socketscope.json.JsonFormatException;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * Starts a capture. Its arguments are the methods to try, such as {@code RAW_SOCKET}, in that
 * order; without any it tries all.
 */
public final class CaptureMain {

  private CaptureMain() {}

  /** Runs until the standard input ends. */
  public static void main(String[] arguments)
      throws IOException, JsonFormatException, UnsupportedSystemException, InterruptedException {
    EventOutput output = new EventOutput(new FileOutputStream(FileDescriptor.out));
    Thread.setDefaultUncaughtExceptionHandler(output::fail);
    LocalSystem system = new LocalSystem();
    Finding finding = Finding.of(methods(arguments), system, System.getenv());
    BufferedReader news =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    new Capture(system.tables().packets().device(), output).run(finding, news);
    Runtime.getRuntime().halt(0);
  }

  /** All that can be tried, the best first. */
  static List<CaptureMethod> all() {
    return List.of(CaptureMethod.RAW_SOCKET, CaptureMethod.TCPDUMP, CaptureMethod.DUMPCAP);
  }

  private static List<CaptureMethod> methods(String[] arguments) {
    List<CaptureMethod> methods = new ArrayList<>();
    for (String argument : arguments) {
      methods.add(CaptureMethod.valueOf(argument));
    }
    return methods.isEmpty() ? all() : methods;
  }
}
