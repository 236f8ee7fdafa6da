package dev.schemareset.scan;

import io.github.classgraph.ClassGraph;

/** How class files are searched: for annotations and fields, whatever their visibility. */
final class ClassFiles {

    private ClassFiles() {}

    static ClassGraph graph() {
        return new ClassGraph()
                .enableAnnotationInfo()
                .enableFieldInfo()
                .ignoreClassVisibility()
                .ignoreFieldVisibility();
    }
}
