-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: d65607f0a6ae87d95ff8f1a9f36e043cd608677f5035516635a0066ee819d0d3
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table document holds golden.json.Document.
CREATE TABLE "document" (
  "id" INTEGER PRIMARY KEY,
  "tags" TEXT NOT NULL CHECK (json_valid("tags")),
  "counts" TEXT NOT NULL DEFAULT '{}' CHECK (json_valid("counts")),
  "inner" TEXT CHECK (json_valid("inner")),
  "inners" TEXT CHECK (json_valid("inners")),
  -- Anything.
  "anything" TEXT NOT NULL CHECK (json_valid("anything"))
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
