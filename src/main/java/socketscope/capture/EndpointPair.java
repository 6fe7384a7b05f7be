package socketscope.capture;

/** Two endpoints that speak with each other, in either direction. */
record EndpointPair(Endpoint one, Endpoint other) {

  /** The same flow whichever of the two speaks. */
  static EndpointPair between(Endpoint source, Endpoint destination) {
    boolean inOrder =
        source.port() != destination.port()
            ? source.port() < destination.port()
            : Long.compareUnsigned(source.low(), destination.low()) <= 0;
    return inOrder ? new EndpointPair(source, destination) : new EndpointPair(destination, source);
  }
}
