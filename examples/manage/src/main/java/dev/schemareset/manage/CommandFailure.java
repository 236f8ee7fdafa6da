package dev.schemareset.manage;

/** Ends a command that cannot go on. The message is for the person at the command line. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    CommandFailure(ExitStatus status, String... lines) {
        super(String.join(System.lineSeparator(), lines));
        this.status = status;
    }

    static CommandFailure refused(String... lines) {
        return new CommandFailure(ExitStatus.REFUSED, lines);
    }

    ExitStatus status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
