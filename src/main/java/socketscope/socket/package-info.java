/**
 * What has become of calls, descriptors, sockets and connections: the one model of them, as a pure
 * fold of the events. {@link socketscope.socket.SocketModel} is fed with events in the order of
 * their time and says, at each moment,
 *
 * <ul>
 *   <li>which calls are under way, each of them a {@link socketscope.socket.MadeCall}, on which
 *       socket and by which thread;
 *   <li>which socket each number stands for in each program: {@link
 *       socketscope.socket.DescriptorTable};
 *   <li>what each socket is and has become: {@link socketscope.socket.SocketRecord};
 *   <li>which connections were tried, and how each of them ended: {@link
 *       socketscope.socket.ConnectAttempt};
 *   <li>whose an address is, and which socket is at the other end.
 * </ul>
 *
 * <p>{@link socketscope.socket.CallLog} remembers besides all calls that were ever made.
 *
 * <p>Whoever needs one of these facts asks here and keeps no books of its own. A copy costs
 * nothing, since all that changes is kept in maps that do not. The states of TCP's connections are
 * derived elsewhere, with the packets; here is what calls did and what the kernel said when asked.
 *
 * <p>It knows the events only: no packets, no words of a human language, no pixels, no clock.
 * Whatever order the events come in, it folds them.
 */
@org.jspecify.annotations.NullMarked
package socketscope.socket;
