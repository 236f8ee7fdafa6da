package golden.comments;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table(comment = "People who can sign in.\n\nDeleted ones stay; see \"deleted\".\r\n")
public record Person(
        @PrimaryKey Long id,
        @Column(comment = "It's unique -- mostly; /* not yet */ a CHECK.")
        String email,

        @Column(comment = "  One line,\n  another line \uD83D\uDE00;\n-- a third")
        boolean deleted) {}
