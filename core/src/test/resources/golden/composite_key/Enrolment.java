package golden.composite_key;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.time.LocalDate;

@Table
public record Enrolment(
        @PrimaryKey @References(Student.class) long studentId,
        LocalDate since,
        @PrimaryKey @References(Course.class) String courseCode) {}
