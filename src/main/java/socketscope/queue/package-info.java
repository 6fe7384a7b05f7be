/**
 * Which bytes lie in each of the kernel's queues, at any moment: what programs have sent, packets
 * have carried and programs have read, and what the kernel says of it. {@link
 * socketscope.queue.QueueFold} folds the events.
 *
 * <p>Pure. How much waits follows from the packets, where they were captured, at the very moment at
 * which they arrive; where the kernel was asked, it is right. The package must not know how
 * anything is drawn.
 */
@org.jspecify.annotations.NullMarked
package socketscope.queue;
