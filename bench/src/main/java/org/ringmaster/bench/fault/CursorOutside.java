// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/**
 * A database in which the cursor of the store lives outside its transactions, as in a system that
 * keeps it in another place: a rollback does not bring it back. Broken on purpose.
 */
final class CursorOutside {
  static final String[] STATEMENTS = {
    "alter table projections rename to projections_inside",
    "create table cursors (projection text primary key, place text not null)",
    """
    do $$
    declare p record;
    begin
      for p in select * from projections_inside loop
        execute format('create sequence cursor_%s minvalue 0', p.projection);
        perform setval('cursor_' || p.projection, p.applied_sequence);
        insert into cursors values (p.projection, 'cursor_' || p.projection);
      end loop;
    end $$""",
    """
    create function cursor_at(name text) returns bigint volatile language plpgsql as $$
    declare found bigint;
    begin
      execute format('select last_value from cursor_%s', name) into found;
      return found;
    end $$""",
    """
    create view projections as
      select cell, projection, version, cursor_at(projection) as applied_sequence, applied_at
        from projections_inside""",
    """
    create function move_cursor() returns trigger language plpgsql as $$
    begin
      perform setval('cursor_' || old.projection, new.applied_sequence);
      update projections_inside set version = new.version
       where cell = old.cell and projection = old.projection;
      return new;
    end $$""",
    """
    create trigger moved instead of update on projections
      for each row execute function move_cursor()"""
  };

  private CursorOutside() {}
}
