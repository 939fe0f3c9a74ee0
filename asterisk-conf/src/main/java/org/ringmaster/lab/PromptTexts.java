// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be said in a language where no recording is there.
 *
 * @param language its name among the sounds
 * @param folder where its sounds lie; the language's name leads there
 * @param voice espeak-ng's name of the voice
 * @param texts the texts by the sounds' names
 */
record PromptTexts(String language, String folder, String voice, Map<String, String> texts) {
  /** All languages. */
  static final List<String> LANGUAGES = List.of("en", "es", "pt");

  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9/_-]{1,60}) = (.{1,300})");

  /** The texts of a language, from the file of its name. */
  static PromptTexts of(String language) {
    String file = "prompts/" + language + ".txt";
    try (InputStream in = PromptTexts.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return read(language, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static PromptTexts read(String language, String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    int number = 0;
    for (String line : file.lines().toList()) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        if (texts.put(matcher.group(1), matcher.group(2)) != null) {
          throw new IllegalArgumentException(
              "prompts/%s.txt:%d: %s stands there twice"
                  .formatted(language, number, matcher.group(1)));
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException(
            "prompts/%s.txt:%d: not NAME = TEXT: %s".formatted(language, number, line));
      }
    }
    String voice = texts.remove("voice");
    String folder = texts.remove("folder");
    return new PromptTexts(
        language,
        Objects.requireNonNull(folder, "folder of " + language),
        Objects.requireNonNull(voice, "voice of " + language),
        texts);
  }
}
