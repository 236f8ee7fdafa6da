-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 9f8ce1ef84f3cea0cae2ca1f212a0ca0c7b74515ae2c889775a5d078ca898eca
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table stock holds golden.enum_keys.Stock.
CREATE TABLE "stock" (
  "warehouse" TEXT NOT NULL CHECK ("warehouse" IN ('NORTH', 'SOUTH')),
  "reserved" INTEGER NOT NULL CHECK ("reserved" IN (0, 1)),
  "shelf" INTEGER NOT NULL,
  "size" TEXT NOT NULL DEFAULT 'SMALL' CHECK ("size" IN ('SMALL', 'BIG')),
  PRIMARY KEY ("warehouse", "reserved", "shelf")
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
INSERT INTO "_schema_reset" VALUES (1, '9f8ce1ef84f3cea0cae2ca1f212a0ca0c7b74515ae2c889775a5d078ca898eca', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.enum_keys');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
