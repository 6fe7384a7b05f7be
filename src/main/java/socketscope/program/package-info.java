/**
 * The main of a program: a process of its own that reads requests, makes the calls, and writes
 * events, one JSON object a line. It ends when its input ends.
 *
 * <p>Threads: the first one reads requests and asks the kernel about the sockets; each socket has
 * one that makes its calls, one after another; a server that goes on by itself has threads of its
 * own, and one more that minds them. Once it runs, it opens no file: a descriptor that the user
 * closes twice must not hit anything else.
 *
 * <p>It does not know lessons, traces, pictures, or who reads its events.
 */
@org.jspecify.annotations.NullMarked
package socketscope.program;
