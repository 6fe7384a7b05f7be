package socketscope.event;

/**
 * A packet that was captured on its way from kernel to kernel: one of a socket of this experiment,
 * or an ICMP error about one.
 *
 * @param stamp the moment at which the kernel received it, which on the loopback interface is that
 *     at which it was sent; no program is named
 * @param device the interface that it crossed, such as {@code lo}
 * @param length how many bytes it had, from the IP header on; more than there are in {@code bytes}
 *     where it was cut off
 * @param bytes the packet, from the IP header on
 */
public record PacketSeen(Stamp stamp, String device, int length, Bytes bytes)
    implements CaptureEvent {}
