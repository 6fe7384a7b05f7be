/**
 * An address as struct sockaddr, byte by byte: its fields with their offsets, sizes and values, and
 * in which order their bytes stand. Pure.
 *
 * <p>The calls themselves write addresses with {@code syscall.AddressLayout}; this is for whoever
 * shows them, and may not know the calls. A test compares the two, on each system's layout.
 */
@org.jspecify.annotations.NullMarked
package socketscope.address;
