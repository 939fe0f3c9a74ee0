-- SPDX-License-Identifier: Apache-2.0

-- An evidence pack asks for the few facts of lists among all others.
create index facts_of_lists on facts (cell, kind) where kind in ('fact.list.loaded', 'fact.list.undone');
