package socketscope.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.json.JsonFormatException.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** The fields of one flat JSON object: texts, whole numbers, truth values and lists of texts. */
final class JsonFields {

  private final Map<String, Object> values;

  private JsonFields(Map<String, Object> values) {
    this.values = values;
  }

  static JsonFields parse(String line) throws JsonFormatException {
    try (JsonParser parser = JsonLine.FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonFormatException(Fault.NOT_JSON, "");
      }
      Map<String, Object> values = new HashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        values.put(name, value(parser, name));
      }
      if (parser.nextToken() != null) {
        throw new JsonFormatException(Fault.NOT_JSON, "");
      }
      return new JsonFields(values);
    } catch (JacksonException e) {
      throw new JsonFormatException(Fault.NOT_JSON, "");
    }
  }

  private static Object value(JsonParser parser, String name) throws JsonFormatException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.VALUE_STRING) {
      return parser.getString();
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    } else if (token == JsonToken.START_ARRAY) {
      return list(parser, name);
    }
    throw new JsonFormatException(Fault.BAD_FIELD, name);
  }

  private static List<String> list(JsonParser parser, String name) throws JsonFormatException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new JsonFormatException(Fault.BAD_FIELD, name);
      }
      texts.add(parser.getString());
    }
    return texts;
  }

  private <T> T get(String name, Class<T> type) throws JsonFormatException {
    Object value = values.get(name);
    if (value == null) {
      throw new JsonFormatException(Fault.MISSING_FIELD, name);
    }
    if (!type.isInstance(value)) {
      throw new JsonFormatException(Fault.BAD_FIELD, name);
    }
    return type.cast(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) throws JsonFormatException {
    return get(name, String.class);
  }

  @Nullable String textOrNull(String name) throws JsonFormatException {
    return has(name) ? text(name) : null;
  }

  long number(String name) throws JsonFormatException {
    return get(name, Long.class);
  }

  int integer(String name) throws JsonFormatException {
    long value = number(name);
    if (value != (int) value) {
      throw new JsonFormatException(Fault.BAD_FIELD, name);
    }
    return (int) value;
  }

  boolean truth(String name) throws JsonFormatException {
    return get(name, Boolean.class);
  }

  List<String> texts(String name) throws JsonFormatException {
    List<String> texts = new ArrayList<>();
    for (Object text : get(name, List.class)) {
      texts.add(text.toString());
    }
    return texts;
  }
}
