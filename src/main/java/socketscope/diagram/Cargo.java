package socketscope.diagram;

import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Result;
import socketscope.packet.Payload;

/** The bytes that a row's arrow carries from one line to another. */
public final class Cargo {

  private Cargo() {}

  /** Those that a packet carries, or a call gives the kernel or gets from it; null for none. */
  public static @Nullable Bytes of(Row row) {
    return switch (row) {
      case CallRow call when call.phase() == CallRow.Phase.RETURN -> read(call.result());
      case CallRow call -> sent(call.call());
      case PacketRow packet ->
          packet
              .reading()
              .packet()
              .layer(Payload.class)
              .map(Payload::bytes)
              .filter(bytes -> bytes.length() > 0)
              .orElse(null);
      case GapRow _, InferredRow _, NoteRow _, RepeatRow _ -> null;
    };
  }

  /** Those that the answer of a call that returned at once carries back; null for none. */
  public static @Nullable Bytes back(Row row) {
    return row instanceof CallRow call
            && call.phase() == CallRow.Phase.WHOLE
            && call.events().getLast() instanceof CallReturned returned
        ? read(returned.result())
        : null;
  }

  private static @Nullable Bytes sent(@Nullable Call call) {
    return call != null && call.function().sends() && call.data().length() > 0 ? call.data() : null;
  }

  private static @Nullable Bytes read(@Nullable Result result) {
    return result != null && result.value() > 0 ? result.data() : null;
  }
}
