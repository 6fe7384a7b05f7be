/**
 * Two experiments side by side, as a pure function of their events: which call of one is which call
 * of the other, in what they differ, and which rows of the two diagrams stand at the same height.
 * {@link socketscope.compare.Comparison#of} is that function.
 *
 * <p>Calls are matched by who made them, what they do and what shape their arguments have; packets
 * hang between the calls. Times, numbers of ports, descriptors and bytes of a connection are no
 * differences. It knows events and diagrams only: no pixels, no words of a human language, no
 * clock, and not where the events come from.
 */
@org.jspecify.annotations.NullMarked
package socketscope.compare;
