package dev.schemareset.turso.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What npm installs. */
class NpmTest {

    @Test
    @WithServer
    void nothingIsInstalledAgain() throws Exception {
        Path mark = Npm.installed(".installed").orElseThrow();
        Object before = Files.getAttribute(mark, "creationTime");
        Npm.main();
        assertThat(Files.getAttribute(mark, "creationTime")).isEqualTo(before);
    }

    /** npm writes addresses of whichever registry made the lock file, unless it is told not to. */
    @Test
    void lockFileNamesNoRegistry() throws Exception {
        assertThat(Npm.script("package-lock.json")).content().doesNotContain("resolved", "://");
    }
}
