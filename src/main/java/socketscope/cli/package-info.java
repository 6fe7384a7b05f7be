/**
 * The same program without a window, for figures in batch, for tests and for scripts.
 *
 * <p>Standard output carries the result only, messages go to standard error. Exit codes: 0 it went
 * as the lesson says, 1 the kernel answered otherwise, 2 bad usage or file, 3 the machine does not
 * let it work. The package does not know the window: whoever starts it hands it one to open.
 */
@org.jspecify.annotations.NullMarked
package socketscope.cli;
