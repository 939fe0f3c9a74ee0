// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.asteriskconf;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rendered folder of conf files: file name to text.
 *
 * @param texts each file's text by its name
 */
public record ConfFiles(Map<String, String> texts) {
  private static final List<String> COMMON =
      List.of(
          "asterisk.conf",
          "logger.conf",
          "http.conf",
          "rtp.conf",
          "cdr.conf",
          "cel_custom.conf",
          "stasis.conf",
          "indications.conf",
          "features.conf",
          "udptl.conf",
          "acl.conf",
          "ccss.conf",
          "pjproject.conf",
          "websocket_client.conf");

  private static final List<String> EDGE =
      List.of(
          "modules.conf",
          "ari.conf",
          "manager.conf",
          "pjsip.conf",
          "extensions.conf",
          "queues.conf",
          "queuerules.conf",
          "musiconhold.conf",
          "cel.conf",
          "amd.conf",
          "chan_websocket.conf",
          "cli.conf");

  /** Keeps the files sorted by name. */
  public ConfFiles {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** Renders the edge's files. */
  public static ConfFiles of(EdgeConf conf) {
    return rendered(ConfFiles.class, "edge", EDGE, conf);
  }

  /**
   * Renders the files that every Asterisk has alike and templates that lie beside a class, in a
   * folder of their own, with one object's accessors as their words.
   *
   * @throws IllegalArgumentException if a value could break out of its place in a file
   */
  public static ConfFiles rendered(
      Class<?> beside, String folder, List<String> names, Object conf) {
    Map<String, String> texts = new TreeMap<>();
    texts.putAll(fill(ConfFiles.class, "common", COMMON, conf).texts());
    texts.putAll(fill(beside, folder, names, conf).texts());
    return new ConfFiles(texts);
  }

  /** Renders only the templates that lie beside a class. */
  public static ConfFiles fill(Class<?> beside, String folder, List<String> names, Object words) {
    Mustache.Compiler compiler =
        Mustache.compiler()
            .strictSections(true)
            .withLoader(part -> new StringReader(template(ConfFiles.class, "common/" + part)))
            .withEscaper(new ConfGuard());
    Map<String, String> texts = new TreeMap<>();
    for (String name : names) {
      texts.put(name, compiler.compile(template(beside, folder + "/" + name)).execute(words));
    }
    return new ConfFiles(texts);
  }

  /** One file's text. */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no conf file " + name);
    }
    return text;
  }

  /** The same with texts put behind those of the same name; names not here yet become files. */
  public ConfFiles with(ConfFiles added) {
    Map<String, String> both = new TreeMap<>(texts);
    added.texts.forEach((name, text) -> both.merge(name, text, (old, more) -> old + "\n" + more));
    return new ConfFiles(both);
  }

  /** Writes all files into a folder that exists, over what was there. */
  public void writeTo(Path folder) {
    try {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write conf files to " + folder, e);
    }
  }

  /** Whether a folder has all files, just so. */
  public boolean areIn(Path folder) {
    try {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Path there = folder.resolve(file.getKey());
        if (!Files.exists(there) || !Files.readString(there).equals(file.getValue())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read conf files in " + folder, e);
    }
  }

  private static String template(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no template " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read template " + resource, e);
    }
  }
}
