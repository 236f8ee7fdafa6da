-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: fea21244a9177413ad7369bf388c9e597cdc9d0227258ba08407466853efe4b1
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table counter holds golden.without_rowid.Counter.
CREATE TABLE "counter" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "hits" INTEGER NOT NULL
) WITHOUT ROWID;

-- Table setting holds golden.without_rowid.Setting.
CREATE TABLE "setting" (
  "scope" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("scope", "name")
) STRICT, WITHOUT ROWID;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
