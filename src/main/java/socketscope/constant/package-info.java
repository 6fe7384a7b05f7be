/**
 * The constants of the systems' headers, as values: what number a name stands for, what a number is
 * called, and how the values of options and of ioctl requests lie in memory. Pure; it knows no
 * other package.
 *
 * <p>The numbers are data: one file a system ({@code linux.txt}, {@code macos.txt}, {@code
 * windows.txt}). {@link socketscope.constant.Constants} reads it, {@link
 * socketscope.constant.Constant} is one value with what it is for, and {@link
 * socketscope.constant.ConstantSet} says which names belong together.
 */
@org.jspecify.annotations.NullMarked
package socketscope.constant;
