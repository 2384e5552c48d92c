package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tickwright.engine.CostJson;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.ImportException;
import org.tickwright.market.RateSeries;
import org.tickwright.market.text.CorporateActionFile;
import org.tickwright.market.text.RateFile;
import org.tickwright.risk.CostTerms;

/// Files that say what trading costs: terms as JSON, splits and dividends, rates over time.
public final class CostFiles {
    private CostFiles() {}

    /// Costs as one JSON document; what is wrong with it is said with the file's name.
    public static CostTerms terms(Path file) throws ImportException {
        try {
            return CostJson.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + file + ". Check the path.", e);
        } catch (IOException e) {
            throw new ImportException(file + ": " + e.getMessage(), e);
        }
    }

    /// Splits and dividends: a factor file of Lean, or rows `date,split,7:1` and `date,dividend,0.47`.
    public static CorporateActions actions(Path file) throws ImportException {
        return CorporateActionFile.read(file);
    }

    /// Rates over time: `time,rate`.
    public static RateSeries rates(Path file) throws ImportException {
        return RateFile.read(file);
    }
}
