package socketscope.layout;

import socketscope.diagram.Stop;

/** A solid bar along a program's line for as long as the program is stopped. */
public record StopShape(Stop stop, Box box) {}
