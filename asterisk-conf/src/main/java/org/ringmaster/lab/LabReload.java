// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.EdgeConf;
import org.ringmaster.asteriskconf.Telephone;

/**
 * Writes the conf files of a running lab again and lets its Asterisks read them. One that has been
 * written to and has not read all of it yet is marked, so that it is not taken for current when we
 * were killed between.
 */
final class LabReload {
  private static final List<String> SIP =
      List.of(
          "module reload res_pjsip.so",
          "module reload res_pjsip_endpoint_identifier_ip.so",
          "dialplan reload");
  private static final List<String> EDGE =
      List.of("module reload res_pjsip_outbound_registration.so", "moh reload", "queue reload all");

  private LabReload() {}

  /** How each Asterisk of a lab is reached, by its name. */
  static Map<ConfName, LabNote> notes(Lab lab) {
    Map<ConfName, LabNote> notes = new HashMap<>();
    lab.edges().forEach(edge -> notes.put(edge.node(), edge.note()));
    if (lab.hasOutside()) {
      notes.put(Outside.NODE, lab.outside().asterisk().note());
    }
    return notes;
  }

  /** Whether all Asterisks of a lab have read just these files, so that nothing need be done. */
  static boolean isCurrent(Lab lab, LabDraft draft) {
    boolean outside =
        !lab.hasOutside()
            || hasRead(lab.outside().asterisk(), draft.outside().files())
                && hasRead(lab.outside().asterisk(), draft.outside().registrations());
    return outside
        && draft.edges().stream()
            .allMatch(edge -> hasRead(lab.running(edge.conf().node()), edge.files()));
  }

  private static boolean hasRead(LabAsterisk asterisk, ConfFiles files) {
    return !Files.exists(unread(asterisk)) && files.areIn(etc(asterisk));
  }

  static void outside(Outside outside, OutsideConf conf) {
    write(outside.asterisk(), conf.files(), SIP);
    outside.telephones().writeTo(outside.asterisk().instance());
    read(outside.asterisk());
  }

  static void edge(LabAsterisk asterisk, LabDraft.Edge edge) {
    write(asterisk, edge.files(), SIP);
    EDGE.forEach(asterisk::cli);
    fixedTelephones(edge.conf()).forEach(one -> asterisk.cli("pjsip qualify " + one.name()));
    read(asterisk);
  }

  private static List<Telephone> fixedTelephones(EdgeConf conf) {
    return conf.telephones().stream().filter(one -> one.fixedAt() != null).toList();
  }

  private static void write(LabAsterisk asterisk, ConfFiles files, List<String> commands) {
    try {
      Files.writeString(unread(asterisk), "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + asterisk.instance().folder(), e);
    }
    files.writeTo(etc(asterisk));
    commands.forEach(asterisk::cli);
  }

  private static void read(LabAsterisk asterisk) {
    try {
      Files.deleteIfExists(unread(asterisk));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + asterisk.instance().folder(), e);
    }
  }

  private static Path etc(LabAsterisk asterisk) {
    return asterisk.instance().folder().resolve("etc");
  }

  private static Path unread(LabAsterisk asterisk) {
    return asterisk.instance().folder().resolve("unread");
  }
}
