package socketscope.layout;

/** The ground between the two kernels that face each other. */
public record ZoneShape(Box box, Label caption) {}
