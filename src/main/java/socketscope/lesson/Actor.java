package socketscope.lesson;

/**
 * Who makes a step.
 *
 * @param thread which of the program's threads
 * @param at where its name begins in the line
 */
record Actor(String program, int thread, int at) {}
