// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringmaster.asteriskconf.ConfName;

/**
 * Which telephones live in the world outside, kept in a file beside its Asterisk, so that a later
 * process can move them too.
 *
 * @param all the telephones, by edge and name
 */
record Telephones(List<Known> all) {

  /**
   * One telephone.
   *
   * @param edge the node name of the edge it belongs to
   * @param name its name there
   */
  record Known(ConfName edge, ConfName name) {
    /** Its endpoint in the world outside. */
    ConfName endpoint() {
      return new ConfName(edge + "-" + name);
    }
  }

  Telephones {
    all = List.copyOf(all);
  }

  static Telephones of(OutsideConf conf) {
    return new Telephones(
        conf.telephones().stream().map(one -> new Known(one.node(), one.name())).toList());
  }

  static Telephones readFrom(LabInstance instance) {
    try {
      return new Telephones(
          Files.readAllLines(file(instance)).stream()
              .map(line -> line.split(" "))
              .map(words -> new Known(new ConfName(words[0]), new ConfName(words[1])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the telephones of " + instance.name(), e);
    }
  }

  void writeTo(LabInstance instance) {
    try {
      Files.write(file(instance), all.stream().map(one -> one.edge() + " " + one.name()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the telephones of " + instance.name(), e);
    }
  }

  /**
   * One telephone by its names.
   *
   * @throws IllegalArgumentException if there is none
   */
  Known one(String edge, String name) {
    return all.stream()
        .filter(known -> known.edge().value().equals(edge) && known.name().value().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no telephone " + name + " of " + edge));
  }

  private static Path file(LabInstance instance) {
    return instance.folder().resolve("telephones");
  }
}
