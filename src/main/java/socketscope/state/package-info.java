/**
 * Through which states each socket went, when and why: a pure fold of the events. {@link
 * socketscope.state.StateFold} is fed with them, and gives a {@link
 * socketscope.state.SocketHistory} for every end of a connection: those that wait in an accept
 * queue, and those that lost their descriptor, are among them.
 *
 * <p>The transitions are those of RFC 9293, section 3.3.2. They are derived from the calls and from
 * the packets that were captured, and confirmed or put right by what the kernel said; where the two
 * differ, the kernel is right. What had to be passed unseen is marked so.
 *
 * <p>It knows the events and the packets only: no diagram, no words of a human language, no pixels,
 * no clock.
 */
@org.jspecify.annotations.NullMarked
package socketscope.state;
