// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import org.ringmaster.asteriskconf.ConfFiles;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;

/**
 * An Asterisk of the lab before it is started.
 *
 * @param lab the name of the lab it belongs to
 * @param node its own name in it
 * @param instance where it will lie
 * @param files its conf files, which name that place and these ports
 * @param ports the ports it will listen on
 * @param ari its ARI user
 * @param ami its AMI user
 */
record AsteriskDraft(
    ConfName lab,
    ConfName node,
    LabInstance instance,
    ConfFiles files,
    Ports ports,
    Login ari,
    Login ami) {}
