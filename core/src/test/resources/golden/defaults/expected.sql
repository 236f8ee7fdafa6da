-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: bf4bcfcefd5411a0df88000f01b6be58d87d8c8a06e86efee9a09dc90c68af36
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table setting holds golden.defaults.Setting.
CREATE TABLE "setting" (
  "id" INTEGER PRIMARY KEY,
  "number" INTEGER NOT NULL DEFAULT 0,
  "flag" INTEGER NOT NULL DEFAULT TRUE CHECK ("flag" IN (0, 1)),
  "ratio" REAL NOT NULL DEFAULT -1.5e3,
  "text" TEXT NOT NULL DEFAULT 'it''s',
  "amount" TEXT NOT NULL DEFAULT '1.50',
  "bytes" BLOB NOT NULL DEFAULT x'00FF',
  "nothing" TEXT DEFAULT NULL,
  "token" TEXT NOT NULL DEFAULT (lower(hex(randomblob(8)))),
  "canonical" TEXT NOT NULL DEFAULT '1E+3',
  "large" TEXT NOT NULL DEFAULT '18446744073709551616',
  "uuid" TEXT NOT NULL DEFAULT '123e4567-e89b-12d3-a456-426614174000',
  "zoned" TEXT NOT NULL DEFAULT '2001-02-03T04:05:06.000000000+01:00[Europe/Berlin]',
  "since" INTEGER NOT NULL DEFAULT 2001,
  "duration" TEXT NOT NULL DEFAULT 'PT1H30M',
  "locale" TEXT NOT NULL DEFAULT 'de-CH',
  "uri" TEXT NOT NULL DEFAULT 'https://example.org/?q=''a',
  "instant" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "local_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000', 'now')),
  "local_date" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d', 'now')),
  "local_time" TEXT NOT NULL DEFAULT (strftime('%H:%M:%f000000', 'now')),
  "offset_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "zoned_date_time" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now')),
  "offset_time" TEXT NOT NULL DEFAULT (strftime('%H:%M:%f000000Z', 'now')),
  "year" INTEGER NOT NULL DEFAULT (CAST(strftime('%Y', 'now') AS INTEGER)),
  "year_month" TEXT NOT NULL DEFAULT (strftime('%Y-%m', 'now')),
  "month_day" TEXT NOT NULL DEFAULT (strftime('--%m-%d', 'now')),
  "epoch_millis" INTEGER NOT NULL DEFAULT (strftime('%s', 'now') * 1000 + substr(strftime('%f', 'now'), 4))
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
