package org.tickwright.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;

/// What the frame itself can do, by name.
final class Commands {
    /// The only command that also works while a card lies over the place: it changes nothing but the look.
    static final String THEME = "frame.theme";

    private final Workstation workstation;

    Commands(Workstation workstation) {
        this.workstation = workstation;
    }

    /// The frame's commands, those that go to places first.
    List<DeskCommand> all() {
        List<DeskCommand> all = new ArrayList<>();
        int number = 0;
        for (Place place : workstation.places()) {
            number++;
            String title = place.id().title();
            all.add(DeskCommand.of(
                    goTo(place.id()),
                    "Go to " + title,
                    number > 10 ? null : "Alt+" + number % 10,
                    () -> workstation.go(place.id())));
        }
        all.add(command("frame.search", "Find a symbol or command", "Shortcut+K", Workstation::openPalette));
        all.add(command("frame.settings", "Settings", "Shortcut+Comma", Workstation::openSettings));
        all.add(command("frame.help", "Help on what is at hand", "F1", Workstation::openHelp));
        all.add(command("frame.keys", "Keys of this place", "Shift+F1", Workstation::openKeys));
        all.add(command(THEME, "Switch between dark and light", "Shortcut+Shift+L", Workstation::toggleTheme));
        all.add(command("frame.sample", "Try it with sample data", null, Workstation::trySample));
        all.addAll(workstation.offered());
        return all;
    }

    /// The id of the command that goes to a place.
    static String goTo(PlaceId place) {
        return "go." + place.title().toLowerCase(Locale.ROOT);
    }

    /// Opens the palette.
    void search() {
        workstation.openPalette();
    }

    /// Opens the help page of what is at hand.
    void help() {
        workstation.openHelp();
    }

    /// What the palette offers at once: the commands of the place a person is in, the frame's, the settings.
    List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        Place here = workstation.current();
        if (here != null) {
            here.commands().forEach(each -> entries.add(entry(PaletteEntry.Kind.COMMAND, each)));
        }
        all().forEach(each -> entries.add(entry(PaletteEntry.Kind.COMMAND, each)));
        for (Theme theme : Theme.values()) {
            entries.add(setting("Theme: " + theme.title(), current -> current.withTheme(theme)));
        }
        for (Locale language : Settings.LANGUAGES) {
            String name = language.getDisplayName(Locale.ENGLISH);
            entries.add(setting("Numbers: " + name, current -> current.withNumbers(language)));
        }
        return entries;
    }

    private PaletteEntry entry(PaletteEntry.Kind kind, DeskCommand command) {
        return new PaletteEntry(kind, command.title(), keyWords(command), command.action());
    }

    private PaletteEntry setting(String title, UnaryOperator<Settings> change) {
        return new PaletteEntry(PaletteEntry.Kind.SETTING, title, "", () -> workstation.change(change));
    }

    /// The key of one of the frame's commands in words.
    String keyOf(String id) {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(this::keyWords)
                .orElse("");
    }

    private String keyWords(DeskCommand command) {
        return KeyMap.words(workstation.keys().keyOf(command));
    }

    private DeskCommand command(String id, String title, @Nullable String key, Consumer<Workstation> action) {
        return DeskCommand.of(id, title, key, () -> action.accept(workstation));
    }
}
