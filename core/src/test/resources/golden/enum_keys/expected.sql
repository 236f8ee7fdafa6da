-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 9f8ce1ef84f3cea0cae2ca1f212a0ca0c7b74515ae2c889775a5d078ca898eca
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table stock holds golden.enum_keys.Stock.
CREATE TABLE "stock" (
  "warehouse" TEXT NOT NULL CHECK ("warehouse" IN ('NORTH', 'SOUTH')),
  "reserved" INTEGER NOT NULL CHECK ("reserved" IN (0, 1)),
  "shelf" INTEGER NOT NULL,
  "size" TEXT NOT NULL DEFAULT 'SMALL' CHECK ("size" IN ('SMALL', 'BIG')),
  PRIMARY KEY ("warehouse", "reserved", "shelf")
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
INSERT INTO "_schema_reset" VALUES (1, '9f8ce1ef84f3cea0cae2ca1f212a0ca0c7b74515ae2c889775a5d078ca898eca', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.enum_keys');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
