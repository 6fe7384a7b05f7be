package socketscope.layout;

import socketscope.diagram.Band;

/** A state along a kernel's line. */
public record BandShape(Band band, Box box, Ink ink) {}
