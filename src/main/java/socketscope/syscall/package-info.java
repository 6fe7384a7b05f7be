/**
 * The system's socket calls, and what differs between systems as data: {@link
 * socketscope.syscall.SystemTables} holds the constants, error numbers and layouts of one system,
 * {@link socketscope.syscall.Systems} chooses them, and the packages {@code linux}, {@code macos}
 * and {@code windows} write them down.
 *
 * <p>The only package that uses {@code java.lang.foreign}, and the only one that knows which system
 * it runs on. It must not know what a program, a lesson or a window is: it makes the call that it
 * is asked for, or observes, and says what the kernel answered.
 */
@org.jspecify.annotations.NullMarked
package socketscope.syscall;
