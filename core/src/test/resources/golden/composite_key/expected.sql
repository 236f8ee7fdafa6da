-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 3 tables.
-- Schema fingerprint: f54b2687c0bc9490db4a6fc18604f5c6f29fc21e96d675f7a77a21fa38e042f8
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table attendees holds golden.composite_key.Student.
CREATE TABLE "attendees" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

-- Table courses holds golden.composite_key.Course.
CREATE TABLE "courses" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL
) STRICT;

-- Table enrolment holds golden.composite_key.Enrolment.
CREATE TABLE "enrolment" (
  "student_id" INTEGER NOT NULL,
  "since" TEXT NOT NULL,
  "course_code" TEXT NOT NULL,
  PRIMARY KEY ("student_id", "course_code"),
  FOREIGN KEY ("student_id") REFERENCES "attendees" ("id"),
  FOREIGN KEY ("course_code") REFERENCES "courses" ("code")
) STRICT;

-- By this table SchemaReset knows a database that it made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL
) STRICT;

-- It tells the schema, the time, the version of SchemaReset and how many resets there were.
INSERT INTO "_schema_reset" VALUES (1, 'f54b2687c0bc9490db4a6fc18604f5c6f29fc21e96d675f7a77a21fa38e042f8', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1);

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
