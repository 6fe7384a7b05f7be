/**
 * Exceptions that nothing in the code expects: each is logged, and the rest goes on.
 *
 * <p>Whoever runs other people's tasks hands what they throw to {@code Failures}, which hands it to
 * the handler of the thread, as Java itself does where an exception ends a thread. So there is one
 * place to take all of them, {@link java.lang.Thread#setDefaultUncaughtExceptionHandler}, which the
 * main of each process sets. It knows no other package.
 */
@org.jspecify.annotations.NullMarked
package socketscope.failure;
