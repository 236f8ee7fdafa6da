-- Schema reset: drops everything in the database and creates it again from the models.
-- Careful with this database: SchemaReset did not make it.
-- Drops: 2 tables (2 rows), 1 virtual table (1 row), 5 shadow tables (7 rows), 1 view, 1 index, 1 trigger.
-- Creates: 1 table.
-- Schema fingerprint: 691aa7f7e8398855d6a1fbff0cce8e39b8b531a44c0622877560507cf27c99ae
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- The old trigger guard goes.
DROP TRIGGER main."guard";

-- The old view nicks goes.
DROP VIEW main."nicks";

-- The old virtual table search (1 row) goes, and its shadow tables with it.
DROP TABLE main."search";

-- The old shadow table search_data (3 rows) is gone by now; an ordinary table of such a name goes here.
DROP TABLE IF EXISTS main."search_data";

-- The old shadow table search_idx (1 row) is gone by now; an ordinary table of such a name goes here.
DROP TABLE IF EXISTS main."search_idx";

-- The old shadow table search_content (1 row) is gone by now; an ordinary table of such a name goes here.
DROP TABLE IF EXISTS main."search_content";

-- The old shadow table search_docsize (1 row) is gone by now; an ordinary table of such a name goes here.
DROP TABLE IF EXISTS main."search_docsize";

-- The old shadow table search_config (1 row) is gone by now; an ordinary table of such a name goes here.
DROP TABLE IF EXISTS main."search_config";

-- The old table customer (2 rows) goes, and its indexes with it.
DROP TABLE main."customer";

-- The old table odd "name" -- DROP TABLE customer; (0 rows) goes, and its indexes with it.
DROP TABLE main."odd ""name""
-- DROP TABLE customer;";

-- AUTOINCREMENT starts to count from 1 again.
DELETE FROM main."sqlite_sequence";

-- The statistics of ANALYZE describe tables that are gone.
DROP TABLE main."sqlite_stat1";

-- The statistics of ANALYZE describe tables that are gone.
DROP TABLE main."sqlite_stat4";

-- Table customer holds golden.over_existing.Customer.
CREATE TABLE "customer" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

-- By this table SchemaReset knows a database that it made.
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

-- It tells the schema, the time, the version of SchemaReset, how many resets there were, and whose it is: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, '691aa7f7e8398855d6a1fbff0cce8e39b8b531a44c0622877560507cf27c99ae', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.over_existing');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
