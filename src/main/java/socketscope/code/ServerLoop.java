package socketscope.code;

import socketscope.event.Service;

/**
 * A server that goes on by itself: its calls become a loop.
 *
 * @param program the program that it runs in
 * @param descriptor the number of its listener
 * @param thread the thread that accepts
 * @param began when it began, in nanoseconds
 */
record ServerLoop(String program, Service service, int descriptor, long thread, long began) {}
