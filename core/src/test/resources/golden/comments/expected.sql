-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 1c1cdcc06b0902cd03bef201469409953f28cecdd25e79632cc785cdfaef794d
-- Running it takes no backup and honours no protection; apply does both.
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
  "id" INTEGER NOT NULL PRIMARY KEY,
  -- It's unique -- mostly; /* not yet */ a CHECK.
  "email" TEXT NOT NULL,
  -- One line,
  --   another line 😀;
  -- -- a third
  "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1))
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
INSERT INTO "_schema_reset" VALUES (1, '1c1cdcc06b0902cd03bef201469409953f28cecdd25e79632cc785cdfaef794d', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.comments');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
