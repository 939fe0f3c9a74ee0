// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.bench.fault;

/** A database that can be made to say that its disk is full, as PostgreSQL says it. */
final class NoRoom {
  static final String[] STATEMENTS = {
    "create table trouble (in_statement boolean not null, at_commit boolean not null)",
    "insert into trouble values (false, false)",
    """
    create function full_in_statement() returns trigger language plpgsql as $$
    begin
      if (select in_statement from trouble) then
        raise exception 'could not extend file: No space left on device'
          using errcode = 'disk_full';
      end if;
      return null;
    end $$""",
    """
    create function full_at_commit() returns trigger language plpgsql as $$
    begin
      if (select at_commit from trouble) then
        raise exception 'could not write to file: No space left on device'
          using errcode = 'disk_full';
      end if;
      return null;
    end $$""",
    """
    create trigger full_in_statement before insert on facts
      for each statement execute function full_in_statement()""",
    """
    create constraint trigger full_at_commit after update on projections
      deferrable initially deferred
      for each row execute function full_at_commit()"""
  };

  private NoRoom() {}

  /** What makes the database full, or gives it room again. */
  static String statement(boolean inStatement, boolean atCommit) {
    return "update trouble set in_statement = " + inStatement + ", at_commit = " + atCommit;
  }
}
