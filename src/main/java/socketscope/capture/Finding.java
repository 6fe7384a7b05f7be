package socketscope.capture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.capture.PacketSource.OpenResult;
import socketscope.event.CaptureMethod;
import socketscope.syscall.local.LocalSystem;

/**
 * The first way of capturing that this machine allows, of those asked for.
 *
 * @param reason as in {@link socketscope.event.CaptureStarted}
 * @param source null where there is none
 */
record Finding(CaptureMethod method, String reason, @Nullable PacketSource source) {

  static Finding of(
      List<CaptureMethod> methods, LocalSystem system, Map<String, String> environment)
      throws InterruptedException {
    StringBuilder reason = new StringBuilder();
    for (CaptureMethod method : methods) {
      OpenResult opening = open(method, system, environment);
      reason.append(reason.isEmpty() ? "" : " ").append(word(method)).append('=');
      reason.append(opening.answer());
      if (opening.source() != null) {
        return new Finding(method, reason.toString(), opening.source());
      }
    }
    return new Finding(CaptureMethod.NONE, reason.toString(), null);
  }

  private static OpenResult open(
      CaptureMethod method, LocalSystem system, Map<String, String> environment)
      throws InterruptedException {
    String device = system.tables().packets().device();
    return switch (method) {
      case RAW_SOCKET -> PacketSockets.open(system);
      case TCPDUMP -> ToolSource.open(CaptureTool.TCPDUMP, device, environment);
      case DUMPCAP -> ToolSource.open(CaptureTool.DUMPCAP, device, environment);
      case NONE -> OpenResult.refused("off");
    };
  }

  private static String word(CaptureMethod method) {
    return switch (method) {
      case RAW_SOCKET -> "raw";
      case TCPDUMP -> "tcpdump";
      case DUMPCAP -> "dumpcap";
      case NONE -> "capture";
    };
  }
}
