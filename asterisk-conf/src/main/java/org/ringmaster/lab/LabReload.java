// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.EdgeConf;
import org.ringmaster.asteriskconf.Telephone;

/** Writes the conf files of a running lab again and lets its Asterisks read them. */
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

  static void outside(Outside outside, OutsideConf conf) {
    write(outside.asterisk(), conf.files(), SIP);
    outside.telephones().writeTo(outside.asterisk().instance());
  }

  static void edge(LabAsterisk asterisk, LabDraft.Edge edge) {
    write(asterisk, edge.files(), SIP);
    EDGE.forEach(asterisk::cli);
    fixedTelephones(edge.conf()).forEach(one -> asterisk.cli("pjsip qualify " + one.name()));
  }

  private static List<Telephone> fixedTelephones(EdgeConf conf) {
    return conf.telephones().stream().filter(one -> one.fixedAt() != null).toList();
  }

  private static void write(LabAsterisk asterisk, ConfFiles files, List<String> commands) {
    files.writeTo(asterisk.instance().folder().resolve("etc"));
    commands.forEach(asterisk::cli);
  }
}
