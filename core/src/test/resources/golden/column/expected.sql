-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 88e65ff3d22f29318f9cb9c960427bd088bb230833edc2d2e03ce5d2db7742df
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table product holds golden.column.Product.
CREATE TABLE "product" (
  "no" INTEGER NOT NULL PRIMARY KEY,
  "Display Name" TEXT NOT NULL COLLATE NOCASE,
  -- As the supplier writes it.
  "code" TEXT NOT NULL COLLATE RTRIM,
  "anything" ANY,
  "small" INT NOT NULL,
  "of_the_users_own_type" BLOB NOT NULL
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
INSERT INTO "_schema_reset" VALUES (1, '88e65ff3d22f29318f9cb9c960427bd088bb230833edc2d2e03ce5d2db7742df', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.column');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
