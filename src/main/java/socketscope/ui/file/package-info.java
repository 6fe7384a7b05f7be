/** Asks the user for files, and writes what the window has into them. */
@org.jspecify.annotations.NullMarked
package socketscope.ui.file;
