-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 1dba1e328db52305a81d1b1e7e11e5db403260a97c217e91316e0b9b7980fe54
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table booking holds golden.checks.Booking.
CREATE TABLE "booking" (
  "id" INTEGER PRIMARY KEY,
  "starts" TEXT NOT NULL,
  "ends" TEXT NOT NULL,
  "Room No" TEXT NOT NULL CHECK (length("Room No") BETWEEN 1 AND 4),
  "seats" INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0) CONSTRAINT "pairs" CHECK (seats % 2 = 0 OR seats = 1),
  "note" TEXT CHECK (note GLOB '*;--(*'),
  CONSTRAINT "starts before it ends" CHECK (starts < ends),
  CHECK ("Room No" <> '' OR seats = 0)
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
