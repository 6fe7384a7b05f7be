package socketscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import socketscope.doctor.Check;
import socketscope.doctor.Doctor;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.Application;

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
    Doctor doctor = Doctor.in(console.language());
    try {
      for (Check check : doctor.examine()) {
        console.result(line(doctor, check));
      }
    } catch (UnsupportedKernelException e) {
      throw CommandException.refused(console.text("system.unknown", Application.system()));
    }
    console.result(line(doctor, doctor.display(window.displayAvailable())));
    return ExitCode.OK;
  }

  private static String line(Doctor doctor, Check check) {
    return doctor.mark(check) + "\t" + check.sentence();
  }
}
