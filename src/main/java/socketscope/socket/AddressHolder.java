package socketscope.socket;

import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionObserved;

/**
 * Who has an address, so that no other socket can be bound to it.
 *
 * @param socket the socket that has it, or had it until it was closed; null where none is known
 * @param kept the connection that the kernel keeps there though no program holds it, as in
 *     TIME_WAIT; null where the socket is open
 */
public record AddressHolder(@Nullable SocketRecord socket, @Nullable ConnectionObserved kept) {}
