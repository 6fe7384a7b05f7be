package socketscope.capture;

import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;

/**
 * A packet as it was captured.
 *
 * @param nanos when, on the monotonic clock
 * @param length its bytes, from the IP header on
 * @param bytes those that were captured
 */
record CapturedPacket(long nanos, int length, Bytes bytes, Heading heading) {}
