package socketscope.doctor;

import java.util.ArrayList;
import java.util.List;
import socketscope.capture.CaptureCheck;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Errno;
import socketscope.explain.Sentences;
import socketscope.kernel.Capabilities;
import socketscope.kernel.Capability;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.NetworkCheck;
import socketscope.syscall.local.UnsupportedSystemException;
import socketscope.text.Language;
import socketscope.text.Texts;

/** What this machine can show, in one language. */
public final class Doctor {

  private final Language language;
  private final Texts texts;

  private Doctor(Language language) {
    this.language = language;
    this.texts = Texts.of("doctor", language);
  }

  /** Speaks that language. */
  public static Doctor in(Language language) {
    return new Doctor(language);
  }

  /**
   * Tries everything, which takes a moment.
   *
   * @throws UnsupportedKernelException where no call can be made on this system
   */
  public List<Check> examine() throws UnsupportedKernelException, InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Capability capability : Capabilities.find()) {
      checks.add(check(capability));
    }
    checks.add(
        NetworkCheck.refusal()
            .map(reason -> new Check(false, texts.get("ALONE.no", reason)))
            .orElseGet(() -> new Check(true, texts.get("ALONE.yes"))));
    try {
      checks.add(check(CaptureCheck.find()));
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
    return List.copyOf(checks);
  }

  /** Whether there is a display, which others find out. */
  public Check display(boolean available) {
    return new Check(available, texts.get(available ? "DISPLAY.yes" : "DISPLAY.no"));
  }

  /** The word that a check begins with. */
  public String mark(Check check) {
    return texts.get(check.granted() ? "yes" : "no");
  }

  private Check check(Capability capability) {
    Errno refusal = capability.refusal();
    return refusal == null
        ? new Check(true, texts.get(capability.kind() + ".yes"))
        : new Check(false, texts.get(capability.kind() + ".no", refusal.name()));
  }

  private Check check(CaptureStarted capture) {
    return new Check(
        capture.method() != CaptureMethod.NONE,
        String.join(" ", Sentences.of(language).happened(List.of(capture))));
  }
}
