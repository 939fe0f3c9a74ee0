// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/**
 * A database in which a new writer sees the cursor where it was before the last batch, and in which
 * the table of facts takes a fact twice: a store that tries again without looking whether the first
 * try has worked. Broken on purpose.
 */
final class TwiceOnRetry {
  static final String[] STATEMENTS = {
    "alter table facts drop constraint facts_pkey",
    "alter table projections rename to projections_inside",
    "alter table projections_inside add column before bigint, add column writer integer",
    """
    create view projections as
      select cell, projection, version,
             case when writer = pg_backend_pid()
                    or current_setting('application_name') <> 'ringmaster-writer'
                  then applied_sequence
                  else coalesce(before, applied_sequence) end as applied_sequence,
             applied_at
        from projections_inside""",
    """
    create function move_cursor() returns trigger language plpgsql as $$
    begin
      update projections_inside
         set version = new.version, before = old.applied_sequence,
             applied_sequence = new.applied_sequence, writer = pg_backend_pid()
       where cell = old.cell and projection = old.projection;
      return new;
    end $$""",
    """
    create trigger moved instead of update on projections
      for each row execute function move_cursor()"""
  };

  private TwiceOnRetry() {}
}
