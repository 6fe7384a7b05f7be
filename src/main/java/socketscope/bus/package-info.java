/**
 * Carries events from whoever saw them to whoever wants them.
 *
 * <p>A publisher is never blocked and a subscriber that fails harms no other. The bus knows events,
 * and not what they mean.
 */
@org.jspecify.annotations.NullMarked
package socketscope.bus;
