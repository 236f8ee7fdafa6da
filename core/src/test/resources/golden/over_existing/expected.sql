-- Schema reset: drops everything in the database and creates it again from the models.
-- Careful with this database: SchemaReset did not make it.
-- Drops: 2 tables (2 rows), 1 virtual table (1 row), 5 shadow tables (7 rows), 1 view, 1 index, 1 trigger.
-- Creates: 1 table.
-- Schema fingerprint: 691aa7f7e8398855d6a1fbff0cce8e39b8b531a44c0622877560507cf27c99ae
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Drops the old trigger guard.
DROP TRIGGER main."guard";

-- Drops the old view nicks.
DROP VIEW main."nicks";

-- Drops the old virtual table search (1 row) and its shadow tables.
DROP TABLE main."search";

-- Drops the old shadow table search_data (3 rows) if it still exists: an ordinary table may have such a name.
DROP TABLE IF EXISTS main."search_data";

-- Drops the old shadow table search_idx (1 row) if it still exists: an ordinary table may have such a name.
DROP TABLE IF EXISTS main."search_idx";

-- Drops the old shadow table search_content (1 row) if it still exists: an ordinary table may have such a name.
DROP TABLE IF EXISTS main."search_content";

-- Drops the old shadow table search_docsize (1 row) if it still exists: an ordinary table may have such a name.
DROP TABLE IF EXISTS main."search_docsize";

-- Drops the old shadow table search_config (1 row) if it still exists: an ordinary table may have such a name.
DROP TABLE IF EXISTS main."search_config";

-- Drops the old table customer (2 rows) and its indexes.
DROP TABLE main."customer";

-- Drops the old table odd "name" -- DROP TABLE customer; (0 rows) and its indexes.
DROP TABLE main."odd ""name""
-- DROP TABLE customer;";

-- AUTOINCREMENT counts from 1 again.
DELETE FROM main."sqlite_sequence";

-- The statistics of ANALYZE describe dropped tables.
DROP TABLE main."sqlite_stat1";

-- The statistics of ANALYZE describe dropped tables.
DROP TABLE main."sqlite_stat4";

-- Table customer holds golden.over_existing.Customer.
CREATE TABLE "customer" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

-- This table marks a database that SchemaReset made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL,
  "packages" TEXT NOT NULL
) STRICT;

-- The fingerprint of the schema, the time, the version of SchemaReset, the number of resets, and the owner: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, '691aa7f7e8398855d6a1fbff0cce8e39b8b531a44c0622877560507cf27c99ae', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.over_existing');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
