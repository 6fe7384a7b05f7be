package socketscope.layout;

import org.jspecify.annotations.Nullable;
import socketscope.diagram.Participant;

/**
 * The head of a lifeline: whose it is, and what; y is counted from the top of the header.
 *
 * @param frame drawn dashed around the head of a foreign program; null for others
 */
public record HeaderShape(Participant participant, Label name, Label kind, @Nullable Box frame) {}
