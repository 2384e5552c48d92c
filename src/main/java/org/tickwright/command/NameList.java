package org.tickwright.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Several names in one argument, comma separated; a file whose name has a comma is one name.
final class NameList {
    private static final Pattern COMMA = Pattern.compile(",");

    private NameList() {}

    static List<String> of(List<String> arguments) {
        return arguments.stream()
                .flatMap(each -> Files.exists(Path.of(each))
                        ? List.of(each).stream()
                        : COMMA.splitAsStream(each).map(String::strip))
                .toList();
    }
}
