-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 8fcedb8e6f9dda574b4f155141c07bde19fd346cfcf15afa9df1678a3488c615
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table contact holds golden.nullable.Contact.
CREATE TABLE "contact" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "email" TEXT,
  "phone" TEXT,
  "preferred" INTEGER CHECK ("preferred" IN (0, 1)),
  "last_seen" TEXT,
  "photo" BLOB
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
