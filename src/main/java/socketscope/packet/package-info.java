/**
 * What is in a captured packet, from its IP header on, and what the packets of one experiment mean
 * together. {@link socketscope.packet.Packet#decode} names every field with its bytes; {@link
 * socketscope.packet.Conversation} follows the connections.
 *
 * <p>Pure: bytes in, records out. It never throws on what a network may deliver, and knows no
 * capture, no clock, no window and no words of a human language: names of fields are those of the
 * standards (RFC 791, 8200, 9293, 768, 792, 4443).
 */
@org.jspecify.annotations.NullMarked
package socketscope.packet;
