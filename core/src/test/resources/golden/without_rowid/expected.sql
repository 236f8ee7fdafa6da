-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: 29e87342362568a2df1990145b6eb75e3fbae9f11c8285dac7e61c052ddadf89
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table App Settings holds golden.without_rowid.Setting.
CREATE TABLE "App Settings" (
  "scope" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("scope", "name")
) STRICT, WITHOUT ROWID;

-- Table counter holds golden.without_rowid.Counter.
CREATE TABLE "counter" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "hits" INTEGER NOT NULL
) WITHOUT ROWID;

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
INSERT INTO "_schema_reset" VALUES (1, '29e87342362568a2df1990145b6eb75e3fbae9f11c8285dac7e61c052ddadf89', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.without_rowid');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
