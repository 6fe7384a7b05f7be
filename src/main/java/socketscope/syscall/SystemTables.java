package socketscope.syscall;

import org.jspecify.annotations.Nullable;
import socketscope.constant.Constants;

/**
 * What differs between systems, as data: the one value that the rest of the house reads instead of
 * asking which system it runs on.
 *
 * @param system its name, as people write it: {@code Linux}, {@code macOS}, {@code Windows}
 * @param constants the numbers of AF_INET, SO_REUSEADDR, EAGAIN ..., and how values are laid out
 * @param addresses how struct sockaddr and its kin are laid out
 * @param layouts how the other structures are that calls are given; null where calls are not made
 * @param tcpInfo how TCP's own view of a connection is asked for and laid out
 * @param diagnosis how the kernel is asked for all its TCP sockets; null where it cannot be
 * @param packets how packets are seen that cross the loopback interface
 * @param signals how a blocked call is interrupted by a signal; null where there are no signals
 */
public record SystemTables(
    String system,
    Constants constants,
    AddressLayout addresses,
    @Nullable CallLayouts layouts,
    TcpInfoLayout tcpInfo,
    @Nullable DiagnosisLayout diagnosis,
    PacketTables packets,
    @Nullable SignalLayout signals) {}
