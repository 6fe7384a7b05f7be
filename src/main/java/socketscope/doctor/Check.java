package socketscope.doctor;

/**
 * Something that was tried.
 *
 * @param granted whether the machine lets it
 * @param sentence what it is; where it is not granted, why, and what to do
 */
public record Check(boolean granted, String sentence) {}
