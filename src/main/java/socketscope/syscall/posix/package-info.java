/**
 * The socket calls of a POSIX system, through the C library: calls of {@code java.lang.foreign},
 * each bound when it is first made. What differs between POSIX systems comes in as tables.
 */
@org.jspecify.annotations.NullMarked
package socketscope.syscall.posix;
