/**
 * The experiment: starts the programs and whatever observes them, sends calls to them, and merges
 * what they report onto one bus and into one trace.
 *
 * <p>It knows the programs and the capture by their protocol only and makes no system call on a
 * socket itself; it asks the kernel's probes about connections that no program holds. It does not
 * know lessons, diagrams or windows.
 */
@org.jspecify.annotations.NullMarked
package socketscope.lab;
