-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: d73779d5e04155be8c98948a8147da2d2606789ee0a49e9b046933b2fcec37d1
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table money holds golden.defaults_of_own_types.Money.
CREATE TABLE "money" (
  "id" INTEGER PRIMARY KEY,
  "cents" INTEGER NOT NULL DEFAULT -5,
  "text" TEXT NOT NULL DEFAULT 'it''s',
  "bytes" BLOB NOT NULL DEFAULT X'00ff',
  "third" REAL NOT NULL DEFAULT (1.0 / 3)
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
