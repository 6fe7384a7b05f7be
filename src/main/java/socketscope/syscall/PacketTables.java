package socketscope.syscall;

import org.jspecify.annotations.Nullable;

/**
 * How packets are seen that cross the loopback interface.
 *
 * @param device the loopback interface's name, as tcpdump(1) takes it
 * @param socket how a packet socket is opened and read; null where the system has none
 */
public record PacketTables(String device, @Nullable PacketSocketLayout socket) {}
