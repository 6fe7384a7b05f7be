/**
 * The packets that nobody saw and that must have passed: a pure fold of what the programs called
 * and of what the kernel counted, said and answered. {@link socketscope.infer.Inference#of} is the
 * fold.
 *
 * <p>It claims what is proven and nothing else: how many segments and bytes went which way between
 * which two moments, which of them were a SYN, a FIN or a RST; no sequence number, no window, no
 * order of what passed between two looks at the counters but the one that cause and effect demand.
 *
 * <p>It knows the events only: no picture, no words of a human language, no clock. It does not look
 * at captured packets, so that what it says can be held against them.
 */
@org.jspecify.annotations.NullMarked
package socketscope.infer;
