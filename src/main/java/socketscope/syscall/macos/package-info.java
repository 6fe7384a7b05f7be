/**
 * macOS: its layouts, read from the headers of XNU; not run.
 *
 * <p>Data only: it makes no call, and must not ask which system it runs on, so that its tests run
 * on every system.
 */
@org.jspecify.annotations.NullMarked
package socketscope.syscall.macos;
