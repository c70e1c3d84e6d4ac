package org.jpacker.io.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.CaptureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads objects one after the other, each as maps, lists, texts, truth values, {@code Long}, {@code
 * BigInteger} and {@code BigDecimal}. Line breaks are blanks, so an object may have several lines.
 */
final class JsonTree {
  /** Digits of a number. */
  static final int MOST_DIGITS = 100;

  /** Characters of a packet: enough for one of 16 MiB, which is written twice. */
  private static final int MOST_CHARACTERS = 1 << 26;

  /** What a name or a value counts besides its characters: about the memory that it needs. */
  private static final int TOKEN = 64;

  /** Levels of brackets: more than quoted packets and contents within contents need. */
  private static final int DEEPEST = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNameLength(1000)
                  .maxNumberLength(MOST_DIGITS)
                  .build())
          .build();

  private final String name;
  private final JsonParser parser;
  private long line = 1;
  private long left;

  JsonTree(String name, InputStream in) {
    this.name = name;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  /** The line in which the last object began, from 1. */
  long line() {
    return line;
  }

  /**
   * The next object, or null at the end.
   *
   * @throws CaptureException if there is none, with the line
   */
  Map<String, Object> next() {
    left = MOST_CHARACTERS;
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw damaged(
            "a packet is an object, not "
                + (token == JsonToken.START_ARRAY ? "a list" : parser.getString()),
            null);
      }
      return object();
    } catch (JacksonIOException e) {
      throw new CaptureException(name, -1, "cannot be read: " + e.getOriginalMessage(), e);
    } catch (UnexpectedEndOfInputException e) {
      throw damaged("the packet is cut off: the input ends within it", e);
    } catch (StreamConstraintsException e) {
      throw at(e, "too much for a packet: ");
    } catch (JacksonException e) {
      throw at(e, "no JSON: ");
    }
  }

  private CaptureException at(JacksonException e, String reason) {
    TokenStreamLocation location = e.getLocation();
    line = location == null || location.getLineNr() < 1 ? line : location.getLineNr();
    String message = e.getOriginalMessage().replace('\n', ' ');
    String column = location == null ? "" : "column " + location.getColumnNr() + ": ";
    return damaged(column + reason + Mistake.shown(message), e);
  }

  /** A failure in the line of the last object. */
  CaptureException damaged(String reason, Throwable cause) {
    return new CaptureException(name, -1, "line " + line + ", " + reason, cause);
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      count(key.length());
      if (object.containsKey(key)) {
        throw damaged("the member " + Mistake.quoted(key) + " stands twice in an object", null);
      }
      object.put(key, value(parser.nextToken()));
    }
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(token));
    }
    return list;
  }

  private Object value(JsonToken token) {
    switch (token) {
      case START_OBJECT:
        count(0);
        return object();
      case START_ARRAY:
        count(0);
        return list();
      case VALUE_STRING:
        String text = parser.getString();
        count(text.length());
        return text;
      case VALUE_NUMBER_INT:
        count(0);
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            ? parser.getBigIntegerValue()
            : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT:
        count(0);
        return parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE:
        count(0);
        return token == JsonToken.VALUE_TRUE;
      default:
        throw damaged("null is no value: leave the member out", null);
    }
  }

  private void count(int characters) {
    left -= TOKEN + characters;
    if (left < 0) {
      throw damaged("a packet has more than " + MOST_CHARACTERS + " characters", null);
    }
  }
}
