package socketscope.lab;

import java.util.concurrent.CompletableFuture;
import socketscope.event.CallReturned;

/**
 * A call that was sent to a program.
 *
 * @param id the {@code callId} of its events
 * @param returned completes with its return; exceptionally with {@link ProgramEndedException} where
 *     the program ended first
 * @param blockedOrReturned completes once the kernel was seen to have put the calling thread to
 *     sleep in this call (or the call waits behind such a one), or the call has returned
 */
public record PendingCall(
    long id, CompletableFuture<CallReturned> returned, CompletableFuture<Void> blockedOrReturned) {}
