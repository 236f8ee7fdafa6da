-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 621f2ac73d976a98650b925ba48fe4c6efe23fa86a6a1a9f1688b331ebd5c2b1
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table money holds golden.defaults_of_own_types.Money.
CREATE TABLE "money" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "cents" INTEGER NOT NULL DEFAULT -5,
  "text" TEXT NOT NULL DEFAULT 'it''s',
  "bytes" BLOB NOT NULL DEFAULT X'00ff',
  "third" REAL NOT NULL DEFAULT (1.0 / 3)
) STRICT;

-- By this table SchemaReset knows a database that it made.
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

-- It tells the schema, the time, the version of SchemaReset, how many resets there were, and whose it is: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, '621f2ac73d976a98650b925ba48fe4c6efe23fa86a6a1a9f1688b331ebd5c2b1', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.defaults_of_own_types');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
