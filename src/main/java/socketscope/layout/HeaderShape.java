package socketscope.layout;

import socketscope.diagram.Participant;

/** The head of a lifeline: whose it is, and what; y is counted from the top of the header. */
public record HeaderShape(Participant participant, Label name, Label kind) {}
