/** The bar that tells the user about the application or the machine, in one sentence. */
@org.jspecify.annotations.NullMarked
package socketscope.ui.notice;
