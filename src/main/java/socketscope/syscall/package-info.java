/**
 * The system's socket calls, and what differs between systems as data: {@link
 * socketscope.syscall.SystemTables} holds the constants and layouts of one system.
 * The packages {@code linux}, {@code macos} and {@code windows} write them down, {@code posix}
 * makes the calls, and {@code local} chooses what fits the system that this process runs on.
 *
 * <p>With its parts the only package that uses {@code java.lang.foreign}, and the only one that
 * knows which system it runs on. It must not know its parts, nor what a program, a lesson or a
 * window is: it makes the call that it is asked for, or observes, and says what the kernel
 * answered.
 */
@org.jspecify.annotations.NullMarked
package socketscope.syscall;
