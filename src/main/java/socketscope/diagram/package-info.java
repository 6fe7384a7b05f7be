/**
 * The sequence diagram as a pure fold of the events: who takes part, which rows there are, what
 * stretches over several rows. {@link socketscope.diagram.Diagram#of} is the fold.
 *
 * <p>It knows the events only: no pixels, no colours, no words of a human language, no clock.
 * Whatever order the events come in, it folds them: a return without a start, a start that never
 * returns and a program that was killed are ordinary.
 */
@org.jspecify.annotations.NullMarked
package socketscope.diagram;
