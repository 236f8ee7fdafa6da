-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 2cbc10cfb53d1d89174d289d41cc5d775ca4ade9a6922b30a2dfcb25c56c1421
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table legacy holds golden.not_strict.Legacy.
CREATE TABLE "legacy" (
  "id" BIGINT NOT NULL PRIMARY KEY,
  "name" VARCHAR(40) NOT NULL,
  "amount" DECIMAL(10, 2) NOT NULL DEFAULT 0.00,
  "count" unsigned big int,
  "flag" INTEGER NOT NULL CHECK ("flag" IN (0, 1)),
  "day" TEXT NOT NULL
);

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
INSERT INTO "_schema_reset" VALUES (1, '2cbc10cfb53d1d89174d289d41cc5d775ca4ade9a6922b30a2dfcb25c56c1421', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.not_strict');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
