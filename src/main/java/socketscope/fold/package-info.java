/**
 * Folds of events that are gone on with, forwards and back, instead of begun anew.
 *
 * <p>It knows the events, and not what is folded of them.
 */
@org.jspecify.annotations.NullMarked
package socketscope.fold;
