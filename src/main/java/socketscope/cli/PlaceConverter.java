package socketscope.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import socketscope.event.Place;

/** Reads {@code alone} or {@code shared}. */
final class PlaceConverter implements ITypeConverter<Place> {

  @Override
  public Place convert(String text) {
    return Place.of(text).orElseThrow(() -> new TypeConversionException(text));
  }
}
