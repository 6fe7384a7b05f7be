package socketscope.event;

/**
 * Packets are no longer captured.
 *
 * @param reason why, for machines to read: words parted by blanks, each {@code WORD} or {@code
 *     WORD=DETAIL}. {@code finished}: with the experiment; {@code failed=ENETDOWN}: it could not go
 *     on; {@code signal=9} or {@code exit=1}: its process ended. {@code lost=12} may follow: the
 *     kernel had no room for so many packets that crossed the interface, ours or others'
 */
public record CaptureEnded(Stamp stamp, String reason) implements CaptureEvent {}
