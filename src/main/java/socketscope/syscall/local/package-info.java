/**
 * The system that this process runs on: chooses its tables by the properties os.name and os.arch,
 * and makes its calls. The only package that knows all of {@code linux}, {@code macos}, {@code
 * windows} and {@code posix}; none of them knows it.
 */
@org.jspecify.annotations.NullMarked
package socketscope.syscall.local;
