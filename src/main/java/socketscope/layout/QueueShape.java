package socketscope.layout;

import socketscope.diagram.QueueSpan;

/** A thin line beside a kernel's bands for as long as a queue holds something. */
public record QueueShape(QueueSpan waiting, Box box, Ink ink) {}
