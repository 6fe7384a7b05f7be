/**
 * The constants of the systems' headers, as values: what number a name stands for, what a number is
 * called, and how the values of options and of ioctl requests lie in memory. Pure; it knows no
 * other package.
 *
 * <p>The numbers are data: one file a system ({@code linux.txt}, {@code macos.txt}, {@code
 * windows.txt}). {@link socketscope.constant.Constants} reads it, {@link
 * socketscope.constant.Constant} is one value with what it is for, and {@link
 * socketscope.constant.ConstantSet} says which names belong together.
 *
 * <p>So are the layouts ({@code linux-forms.txt} and its like): a {@link
 * socketscope.constant.ValueForm} writes a {@link socketscope.constant.Value}, such as {@code
 * {l_onoff=1, l_linger=0}}, into memory and reads it back.
 */
@org.jspecify.annotations.NullMarked
package socketscope.constant;
