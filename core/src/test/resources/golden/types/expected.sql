-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: dc1dbba30726ea1e0de0cefb49478d6bb0b2a43bff9e5a94bc171180e412a59c
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table everything holds golden.types.Everything.
CREATE TABLE "everything" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "string" TEXT NOT NULL,
  "primitive_char" TEXT NOT NULL,
  "boxed_character" TEXT NOT NULL,
  "primitive_boolean" INTEGER NOT NULL CHECK ("primitive_boolean" IN (0, 1)),
  "boxed_boolean" INTEGER NOT NULL CHECK ("boxed_boolean" IN (0, 1)),
  "primitive_byte" INTEGER NOT NULL,
  "boxed_byte" INTEGER NOT NULL,
  "primitive_short" INTEGER NOT NULL,
  "boxed_short" INTEGER NOT NULL,
  "primitive_int" INTEGER NOT NULL,
  "boxed_integer" INTEGER NOT NULL,
  "primitive_long" INTEGER NOT NULL,
  "boxed_long" INTEGER NOT NULL,
  "primitive_float" REAL NOT NULL,
  "boxed_float" REAL NOT NULL,
  "primitive_double" REAL NOT NULL,
  "boxed_double" REAL NOT NULL,
  "big_decimal" TEXT NOT NULL,
  "uuid" TEXT NOT NULL,
  "bytes" BLOB NOT NULL,
  "enumeration" TEXT NOT NULL CHECK ("enumeration" IN ('MONDAY', 'TUESDAY')),
  "instant" TEXT NOT NULL,
  "local_date" TEXT NOT NULL,
  "local_date_time" TEXT NOT NULL,
  "local_time" TEXT NOT NULL,
  "big_integer" TEXT NOT NULL,
  "offset_date_time" TEXT NOT NULL,
  "zoned_date_time" TEXT NOT NULL,
  "offset_time" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "year_month" TEXT NOT NULL,
  "month_day" TEXT NOT NULL,
  "duration" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "zone_id" TEXT NOT NULL,
  "zone_offset" TEXT NOT NULL,
  "uri" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "locale" TEXT NOT NULL,
  "currency" TEXT NOT NULL
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
INSERT INTO "_schema_reset" VALUES (1, 'dc1dbba30726ea1e0de0cefb49478d6bb0b2a43bff9e5a94bc171180e412a59c', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.types');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
