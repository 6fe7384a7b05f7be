package socketscope.capture;

import socketscope.event.Bytes;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Stamp;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/** Finds out how packets can be captured here, by beginning to. */
public final class CaptureCheck {

  private CaptureCheck() {}

  /**
   * What a capture would say when it starts. It is ended again at once.
   *
   * @throws UnsupportedSystemException where no call can be made on this system
   */
  public static CaptureStarted find() throws UnsupportedSystemException, InterruptedException {
    Finding finding = Finding.of(CaptureMain.all(), new LocalSystem(), System.getenv());
    PacketSource source = finding.source();
    if (source != null) {
      source.begin(nobody());
      source.end(() -> true, System.nanoTime());
    }
    CaptureMethod method = finding.method();
    return new CaptureStarted(new Stamp(System.nanoTime(), "", 0), method, finding.reason());
  }

  private static PacketSource.Taker nobody() {
    return new PacketSource.Taker() {
      @Override
      public void packet(long day, int length, Bytes bytes) {}

      @Override
      public void broken(String reason) {}
    };
  }
}
