package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The texts that grow while matches are replaced: the n-th output makes the n-th text. */
final class Variants {

  private final Run run;
  private final List<StringBuilder> texts = new ArrayList<>();

  Variants(Run run) {
    this.run = run;
  }

  /** The replacements of one match, which stands behind the gap. */
  Round round(String gap) {
    return new Round(gap);
  }

  List<JsonNode> end(String rest) {
    List<JsonNode> ended = new ArrayList<>();
    for (StringBuilder text : texts) {
      run.chargeText((long) text.length() + rest.length());
      ended.add(TextNode.valueOf(text.append(rest).toString()));
    }
    return ended;
  }

  /** Takes the replacements of one match. */
  final class Round {

    private final String gap;
    private int index;

    private Round(String gap) {
      this.gap = gap;
    }

    void add(JsonNode replacement) {
      if (!replacement.isTextual()) {
        throw Arithmetic.PLUS.cannot(TextNode.valueOf(gap), replacement);
      }
      if (index == texts.size()) {
        run.charge(Run.CONTAINER);
        texts.add(new StringBuilder());
      }
      run.charge(2L * (gap.length() + replacement.textValue().length()));
      texts.get(index++).append(gap).append(replacement.textValue());
    }
  }
}
