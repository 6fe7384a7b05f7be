/**
 * The main of the process that captures an experiment's packets: it reads events of the experiment
 * from standard input and writes its own to standard output, one JSON object a line. It ends when
 * its input ends. See docs/decisions/capture-in-its-own-process.md.
 *
 * <p>Packets come from a {@link socketscope.capture.PacketSource}. A {@link
 * socketscope.capture.OwnPacketFilter} keeps those of the experiment's own sockets, which it knows
 * from the experiment's events, and holds the others back for as long as such an event may still
 * come.
 *
 * <p>Threads: the first one reads events; each source has its own that read packets.
 *
 * <p>{@link socketscope.capture.CaptureFile} reads the files that other capturing programs write.
 *
 * <p>It looks at no more of a packet than whose it is and whether more must follow; it does not
 * explain packets, and does not know the programs, who started it, or who reads its events.
 */
@org.jspecify.annotations.NullMarked
package socketscope.capture;
