package dev.seaway.benchmarks.source;

import dev.seaway.benchmarks.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record's bytes with places for numbers, so that a million records need no memory each. */
final class RecordTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{(number|desk|rev)}");

  private enum Value {
    NUMBER(7),
    DESK(3),
    REV(3);

    final int width;

    Value(int width) {
      this.width = width;
    }
  }

  private record Place(int at, Value value) {}

  private final byte[] bytes;
  private final List<Place> places;

  private RecordTemplate(byte[] bytes, List<Place> places) {
    this.bytes = bytes;
    this.places = places;
  }

  /** Reads a resource, without its line breaks, and puts the site's address into it. */
  static RecordTemplate read(String name, String site) {
    String text = resource("/benchmarks/" + name + ".json").replace("{site}", site);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Place> places = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int end = 0;
    while (place.find()) {
      bytes.writeBytes(text.substring(end, place.start()).getBytes(StandardCharsets.UTF_8));
      Value value = Value.valueOf(place.group(1).toUpperCase(java.util.Locale.ROOT));
      places.add(new Place(bytes.size(), value));
      bytes.writeBytes(new byte[value.width]);
      end = place.end();
    }
    bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
    return new RecordTemplate(bytes.toByteArray(), List.copyOf(places));
  }

  void render(int number, int desk, int revision, Bytes to) {
    int start = to.length();
    to.add(bytes);
    for (Place place : places) {
      int digits =
          switch (place.value()) {
            case NUMBER -> number;
            case DESK -> desk;
            case REV -> revision;
          };
      to.digits(start + place.at(), place.value().width, digits);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = RecordTemplate.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.strip().replaceFirst("^(\"[^\"]+\"): ", "$1:"))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
