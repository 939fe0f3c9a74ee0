// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Speaks the prompts that nobody has recorded into the tree's folders of sounds, with the tree's
 * espeak-ng. A file that lies there already stays: whoever puts a recording in the place of one
 * keeps it. A text that changed is spoken again as long as its file is the one that was spoken.
 */
final class LabPrompts {
  private static final String SOUNDS = "usr/share/asterisk/sounds";
  private static final String VOICE = "usr/bin/espeak-ng";
  private static final String SPOKEN = "etc/ringmaster-prompts";
  private static final String RAW = "tmp/ringmaster-prompt.wav";
  private static final String WORDS_PER_MINUTE = "150";
  private static final long SPEAK_MILLIS = 20_000;

  /**
   * What was done about a prompt.
   *
   * @param text a sum of voice and text
   * @param size of the file that was spoken, bytes; 0 where a recording lies there
   */
  private record Said(long text, long size) {
    static final Said NOTHING = new Said(0, 0);
  }

  private final Path root;
  private final Consumer<String> progress;

  LabPrompts(Path root, Consumer<String> progress) {
    this.root = root;
    this.progress = progress;
  }

  /** Whether all has been seen to that the texts ask for; a look at one small file. */
  boolean isSpoken() {
    Map<String, Said> said = said();
    for (String language : PromptTexts.LANGUAGES) {
      PromptTexts texts = PromptTexts.of(language);
      for (Map.Entry<String, String> one : texts.texts().entrySet()) {
        Said was = said.get(language + "/" + one.getKey());
        if (was == null || was.text() != sum(texts.voice(), one.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Speaks what is missing. One process at a time. */
  void speak() {
    if (!Files.exists(root.resolve(VOICE))) {
      progress.accept("lab: no espeak-ng in the tree: what nobody has recorded is missing");
      return;
    }
    Map<String, Said> said = said();
    int count = 0;
    try {
      for (String language : PromptTexts.LANGUAGES) {
        count += speak(PromptTexts.of(language), said);
      }
      Files.write(
          root.resolve(SPOKEN),
          said.entrySet().stream()
              .map(one -> one.getKey() + " " + one.getValue().text() + " " + one.getValue().size())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot speak prompts into " + root, e);
    }
    progress.accept("lab: " + count + " prompts spoken");
  }

  private int speak(PromptTexts texts, Map<String, Said> said) throws IOException {
    int count = 0;
    Path folder = root.resolve(SOUNDS).resolve(texts.folder());
    Path name = root.resolve(SOUNDS).resolve(texts.language());
    Files.createDirectories(folder);
    if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(name, Path.of(texts.folder()));
    }
    for (Map.Entry<String, String> one : texts.texts().entrySet()) {
      Path file = folder.resolve(one.getKey() + ".wav");
      String key = texts.language() + "/" + one.getKey();
      Said was = said.getOrDefault(key, Said.NOTHING);
      long text = sum(texts.voice(), one.getValue());
      long size = Files.exists(file) ? Files.size(file) : 0;
      boolean isOurs = size > 0 && size == was.size();
      if (size == 0 || (isOurs && text != was.text())) {
        speak(texts.voice(), one.getValue(), file);
        said.put(key, new Said(text, Files.size(file)));
        count++;
      } else {
        said.put(key, new Said(text, isOurs ? size : 0));
      }
    }
    return count;
  }

  private Map<String, Said> said() {
    Map<String, Said> said = new TreeMap<>();
    Path file = root.resolve(SPOKEN);
    if (!Files.exists(file)) {
      return said;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ");
        said.put(words[0], new Said(Long.parseLong(words[1]), Long.parseLong(words[2])));
      }
    } catch (IOException | RuntimeException e) {
      // A file that was torn is one that was never written: what lies there stays.
      progress.accept("lab: " + file + " is not readable and is made again");
      said.clear();
    }
    return said;
  }

  private static long sum(String voice, String text) {
    CRC32 sum = new CRC32();
    sum.update((voice + " " + text).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private void speak(String voice, String text, Path file) throws IOException {
    Shell.Result result =
        Shell.run(
            List.of(
                "chroot",
                root.toString(),
                "/" + VOICE,
                "-v",
                voice,
                "-s",
                WORDS_PER_MINUTE,
                "-w",
                "/" + RAW,
                text),
            SPEAK_MILLIS);
    if (result.exit() != 0) {
      throw new LabUnavailable(
          "espeak-ng cannot speak \"" + text + "\": " + result.output().strip());
    }
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.write(unfinished, TelephoneSound.of(Files.readAllBytes(root.resolve(RAW))));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(root.resolve(RAW));
  }
}
