package socketscope.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import socketscope.capture.CaptureCheck;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Errno;
import socketscope.explain.Sentences;
import socketscope.kernel.Capabilities;
import socketscope.kernel.Capability;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.Application;
import socketscope.syscall.UnsupportedSystemException;

/** {@code socketscope doctor}: what this machine can show, and what to do for more. */
@Command(name = "doctor")
final class DoctorCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;
  private final WindowOpener window;

  DoctorCommand(Console console, WindowOpener window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandException, InterruptedException {
    console.result(Application.nameAndVersion() + " · " + Application.system());
    try {
      for (Capability capability : Capabilities.find()) {
        console.result(line(capability));
      }
      console.result(line(CaptureCheck.find()));
    } catch (UnsupportedKernelException | UnsupportedSystemException e) {
      throw CommandException.refused(console.text("system.unknown", Application.system()));
    }
    console.result(
        mark(window.displayAvailable())
            + console.text(window.displayAvailable() ? "doctor.DISPLAY.yes" : "doctor.DISPLAY.no"));
    return ExitCode.OK;
  }

  private String line(Capability capability) {
    Errno refusal = capability.refusal();
    String key = "doctor." + capability.kind();
    return refusal == null
        ? mark(true) + console.text(key + ".yes")
        : mark(false) + console.text(key + ".no", refusal.name());
  }

  private String line(CaptureStarted capture) {
    return mark(capture.method() != CaptureMethod.NONE)
        + String.join(" ", Sentences.of(console.language()).happened(List.of(capture)));
  }

  private String mark(boolean granted) {
    return console.text(granted ? "doctor.yes" : "doctor.no") + "\t";
  }
}
