-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 621f2ac73d976a98650b925ba48fe4c6efe23fa86a6a1a9f1688b331ebd5c2b1
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table money holds golden.defaults_of_own_types.Money.
CREATE TABLE "money" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "cents" INTEGER NOT NULL DEFAULT -5,
  "text" TEXT NOT NULL DEFAULT 'it''s',
  "bytes" BLOB NOT NULL DEFAULT X'00ff',
  "third" REAL NOT NULL DEFAULT (1.0 / 3)
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
INSERT INTO "_schema_reset" VALUES (1, '621f2ac73d976a98650b925ba48fe4c6efe23fa86a6a1a9f1688b331ebd5c2b1', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.defaults_of_own_types');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
