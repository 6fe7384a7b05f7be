/** Where the application begins: puts the command line and the window together. */
@org.jspecify.annotations.NullMarked
package socketscope;
