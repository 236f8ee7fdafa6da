-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 29fd59134092a9fc740477d5d89ea34a50e8673f49e177bfaa2a43bd668e1ec6
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table person holds golden.comments.Person.
CREATE TABLE "person"
-- People who can sign in.
--
-- Deleted ones stay; see "deleted".
(
  "id" INTEGER PRIMARY KEY,
  -- It's unique -- mostly; /* not yet */ a CHECK.
  "email" TEXT NOT NULL,
  -- One line,
  --   another line 😀;
  -- -- a third
  "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1))
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
