package socketscope.layout;

import socketscope.diagram.Waiting;

/** A thin line beside a kernel's bands for as long as a queue holds something. */
public record QueueShape(Waiting waiting, Box box, Ink ink) {}
