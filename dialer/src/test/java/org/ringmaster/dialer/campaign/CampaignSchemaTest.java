// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.dialer.campaign;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ringmaster.core.codec.SchemaPage;
import org.ringmaster.dialer.board.CampaignBoardCodec;

class CampaignSchemaTest {
  @Test
  void journalsOfEarlierVersionsCanStillBeRead() {
    SchemaPage.check(Path.of("../docs/reference/schema/campaign.schema"), CampaignCodec.registry());
    SchemaPage.check(
        Path.of("../docs/reference/schema/campaign-board.schema"), CampaignBoardCodec.registry());
  }
}
