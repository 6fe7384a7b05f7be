package socketscope.json;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes one flat JSON object. A field whose value is null is left out. */
final class JsonLine {

  static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter(160);
  private final JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

  JsonLine() {
    generator.writeStartObject();
  }

  JsonLine put(String name, @Nullable Object value) {
    if (value != null) {
      generator.writeStringProperty(name, value.toString());
    }
    return this;
  }

  JsonLine put(String name, long value) {
    generator.writeNumberProperty(name, value);
    return this;
  }

  JsonLine put(String name, boolean value) {
    generator.writeBooleanProperty(name, value);
    return this;
  }

  /** A truth that is left out where it is none. */
  JsonLine putIfTrue(String name, boolean value) {
    return value ? put(name, true) : this;
  }

  JsonLine put(String name, List<String> values) {
    generator.writeName(name);
    generator.writeStartArray();
    for (String value : values) {
      generator.writeString(value);
    }
    generator.writeEndArray();
    return this;
  }

  String end() {
    generator.writeEndObject();
    generator.close();
    return text.toString();
  }
}
