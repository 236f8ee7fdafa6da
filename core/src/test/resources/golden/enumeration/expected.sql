-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: b4b4e450cf25fbacbf30aa072949967be4e6795b675c6f83c750279de32b065e
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table ticket holds golden.enumeration.Ticket.
CREATE TABLE "ticket" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "state" TEXT NOT NULL DEFAULT 'OPEN' CHECK ("state" IN ('OPEN', 'CLOSED')),
  "priority" TEXT CHECK ("priority" IN ('LOW', 'HIGH'))
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
INSERT INTO "_schema_reset" VALUES (1, 'b4b4e450cf25fbacbf30aa072949967be4e6795b675c6f83c750279de32b065e', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.enumeration');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
