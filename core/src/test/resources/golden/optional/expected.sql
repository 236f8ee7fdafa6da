-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 2c9627e6ccdc975d0ad528f6d34c2ee04b0d30258f101690b3fbe66ed596b047
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table maybe holds golden.optional.Maybe.
CREATE TABLE "maybe" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "string_or_none" TEXT,
  "character_or_none" TEXT,
  "boolean_or_none" INTEGER CHECK ("boolean_or_none" IN (0, 1)),
  "byte_or_none" INTEGER,
  "short_or_none" INTEGER,
  "integer_or_none" INTEGER,
  "long_or_none" INTEGER,
  "float_or_none" REAL,
  "double_or_none" REAL,
  "big_decimal_or_none" TEXT,
  "uuid_or_none" TEXT,
  "bytes_or_none" BLOB,
  "instant_or_none" TEXT,
  "local_date_or_none" TEXT,
  "local_date_time_or_none" TEXT,
  "local_time_or_none" TEXT,
  "big_integer_or_none" TEXT,
  "offset_date_time_or_none" TEXT,
  "zoned_date_time_or_none" TEXT,
  "offset_time_or_none" TEXT,
  "year_or_none" INTEGER,
  "year_month_or_none" TEXT,
  "month_day_or_none" TEXT,
  "duration_or_none" TEXT,
  "period_or_none" TEXT,
  "zone_id_or_none" TEXT,
  "zone_offset_or_none" TEXT,
  "uri_or_none" TEXT,
  "url_or_none" TEXT,
  "path_or_none" TEXT,
  "locale_or_none" TEXT,
  "currency_or_none" TEXT,
  "constant_or_none" TEXT CHECK ("constant_or_none" IN ('NEW', 'RUNNABLE', 'BLOCKED', 'WAITING', 'TIMED_WAITING', 'TERMINATED')),
  "optional_int" INTEGER,
  "optional_long" INTEGER,
  "optional_double" REAL
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
INSERT INTO "_schema_reset" VALUES (1, '2c9627e6ccdc975d0ad528f6d34c2ee04b0d30258f101690b3fbe66ed596b047', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.optional');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
