package socketscope.layout;

/** A small filled box with a text on it, such as the bytes that wait in a queue. */
public record Tag(Box box, Ink ink, Label label) {}
