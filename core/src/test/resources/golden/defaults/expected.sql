-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 0dd40b6b477255818a38a5cc7d8b8584532773dfc5038669238653b015a6f3f8
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table setting holds golden.defaults.Setting.
CREATE TABLE "setting" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "number" INTEGER NOT NULL DEFAULT 0,
  "flag" INTEGER NOT NULL DEFAULT TRUE CHECK ("flag" IN (0, 1)),
  "ratio" REAL NOT NULL DEFAULT -1.5e3,
  "text" TEXT NOT NULL DEFAULT 'it''s',
  "amount" TEXT NOT NULL DEFAULT '1.50',
  "bytes" BLOB NOT NULL DEFAULT x'00FF',
  "nothing" TEXT DEFAULT NULL,
  "token" TEXT NOT NULL DEFAULT (lower(hex(randomblob(8)))),
  "instant" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "local_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000', 'now')),
  "local_date" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d', 'now')),
  "local_time" TEXT NOT NULL DEFAULT (strftime('%H:%M:%f000000', 'now')),
  "epoch_millis" INTEGER NOT NULL DEFAULT (strftime('%s', 'now') * 1000 + substr(strftime('%f', 'now'), 4)),
  "offset_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "zoned_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "offset_time" TEXT NOT NULL DEFAULT (strftime('%H:%M:%f000000Z', 'now')),
  "year" INTEGER NOT NULL DEFAULT (CAST(strftime('%Y', 'now') AS INTEGER)),
  "year_month" TEXT NOT NULL DEFAULT (strftime('%Y-%m', 'now')),
  "month_day" TEXT NOT NULL DEFAULT (strftime('--%m-%d', 'now')),
  "big_integer" TEXT NOT NULL DEFAULT '123456789012345678901',
  "fixed_year" INTEGER NOT NULL DEFAULT 1999,
  "duration" TEXT NOT NULL DEFAULT 'PT1H',
  "zone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
  "timestamp" TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
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
INSERT INTO "_schema_reset" VALUES (1, '0dd40b6b477255818a38a5cc7d8b8584532773dfc5038669238653b015a6f3f8', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.defaults');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
