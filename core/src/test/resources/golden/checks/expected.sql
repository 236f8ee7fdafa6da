-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: b5f5b1179113584289fa9007a2f8bc56b36163573d5bd1c6bf04b61f21895a56
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table booking holds golden.checks.Booking.
CREATE TABLE "booking" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "starts" TEXT NOT NULL,
  "ends" TEXT NOT NULL,
  "Room No" TEXT NOT NULL CHECK (length("Room No") BETWEEN 1 AND 4),
  "seats" INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0) CONSTRAINT "pairs" CHECK (seats % 2 = 0 OR seats = 1),
  "note" TEXT CHECK (note GLOB '*;--(*'),
  CONSTRAINT "starts before it ends" CHECK (starts < ends),
  CHECK ("Room No" <> '' OR seats = 0)
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
INSERT INTO "_schema_reset" VALUES (1, 'b5f5b1179113584289fa9007a2f8bc56b36163573d5bd1c6bf04b61f21895a56', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.checks');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
