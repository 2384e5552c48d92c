package org.tickwright.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.tickwright.engine.RunJson;
import org.tickwright.engine.RunResult;

class ReportWriterTest {
    private static final Set<ReportFormat> ALL = EnumSet.allOf(ReportFormat.class);
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\bNaN\\b|Infinity|∞");

    @TempDir
    Path directory;

    @Test
    void writesEachFormatUnderANameThatSaysWhatItIs() throws IOException {
        List<Path> files = ReportWriter.write(SampleSheets.typical(), ALL, directory.resolve("new/folder"));
        assertEquals(
                List.of(
                        "r7-sma-cross-SIM-A-1d.html",
                        "r7-sma-cross-SIM-A-1d.pdf",
                        "r7-sma-cross-SIM-A-1d-trades.csv",
                        "r7-sma-cross-SIM-A-1d-equity.csv",
                        "r7-sma-cross-SIM-A-1d.json"),
                files.stream().map(f -> f.getFileName().toString()).toList());
        for (Path file : files) {
            assertTrue(Files.size(file) > 500, file + " has content");
        }
        try (var left = Files.list(directory.resolve("new/folder"))) {
            assertEquals(5, left.count(), "no drafts are left behind");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedWithItsFolderAndTheMend() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("r7-sma-cross-SIM-A-1d.json/inside"));

        IOException refusal = assertThrows(
                IOException.class,
                () -> ReportWriter.write(SampleSheets.typical(), EnumSet.of(ReportFormat.JSON), directory));

        assertTrue(
                refusal.getMessage().startsWith("r7-sma-cross-SIM-A-1d.json cannot be written to " + directory),
                refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("choose a folder that you may write to."), refusal.getMessage());
        assertTrue(Files.isDirectory(taken), "what was there is there still");
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        List<Path> first = ReportWriter.write(SampleSheets.typical(), ALL, directory.resolve("a"));
        List<Path> second = ReportWriter.write(SampleSheets.typical(), ALL, directory.resolve("b"));
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(
                    Files.readAllBytes(first.get(i)),
                    Files.readAllBytes(second.get(i)),
                    first.get(i).toString());
        }
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeReplaced() throws IOException {
        Path blocked = directory.resolve("r7-sma-cross-SIM-A-1d.html");
        Files.createDirectories(blocked.resolve("occupied"));
        assertThrows(
                IOException.class,
                () -> ReportWriter.write(SampleSheets.typical(), Set.of(ReportFormat.HTML), directory));
        try (var left = Files.list(directory)) {
            assertEquals(List.of(blocked), left.toList());
        }
    }

    @Test
    void saysLoudlyThatASimulatedMarketIsNotReal() throws IOException {
        String html = html(SampleSheets.typical());
        assertTrue(html.contains("SIM – simulated market, not real prices"));
        assertTrue(html.contains("<li class=\"loud\">Simulated market."));
        assertTrue(pdfText(SampleSheets.typical()).contains("SIM – simulated market, not real prices"));
    }

    @Test
    void showsEveryHeadlineFigureWithFormulaAndSample() throws IOException {
        String html = html(SampleSheets.typical());
        for (String title : List.of("Total return", "Buy &amp; hold", "Max drawdown", "Sharpe ratio", "Win rate")) {
            assertTrue(html.contains("<dt>" + title + "</dt>"), title);
        }
        assertTrue(html.contains("title=\"final equity / capital − 1\""));
        assertTrue(html.contains("<dd class=\"note\">45 trades</dd>"));
    }

    @Test
    void escapesWhateverAStrategyIsCalled() throws IOException {
        String name = "<script>alert('x')</script>\"&";
        String html = html(SampleSheets.crossing(SampleSheets.daily(300), 5, 15, name));
        assertFalse(html.contains("<script"), "no markup of a name gets through");
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"));
        assertFalse(html.contains("http://") && html.contains("<link"), "nothing is loaded from elsewhere");
    }

    @Test
    void chartsAreWellFormedSvg() throws Exception {
        String html = html(SampleSheets.crossing(SampleSheets.daily(300), 5, 15, "a<b>&\"c"));
        Matcher svg = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html);
        int count = 0;
        while (svg.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(svg.group().getBytes(StandardCharsets.UTF_8)));
            count++;
        }
        assertEquals(3, count);
    }

    @Test
    void numbersEveryPageOfThePdfAndRepeatsTheTradeTablesHead() throws IOException {
        PdfReader pdf = new PdfReader(pdf(SampleSheets.typical()));
        int pages = pdf.getNumberOfPages();
        assertTrue(pages >= 4, "pages: " + pages);
        PdfTextExtractor text = new PdfTextExtractor(pdf);
        for (int page = 1; page <= pages; page++) {
            assertTrue(text.getTextFromPage(page).contains("Page " + page + " of " + pages), "page " + page);
        }
        assertTrue(text.getTextFromPage(pages).contains("Net P&L"), "the head of the table stands on the last page");
        pdf.close();
    }

    @Test
    void saysWhatWasAssumed() throws IOException {
        String text = pdfText(SampleSheets.typical());
        assertTrue(text.contains("What was assumed"));
        assertTrue(text.contains("10 bps"));
        assertTrue(text.contains("0.1% of the traded amount"));
    }

    @Test
    void copesWithARunWithoutTrades() throws IOException {
        TearSheet sheet = SampleSheets.crossing(SampleSheets.daily(20), 10, 30, "quiet");
        String html = html(sheet);
        assertTrue(html.contains("The strategy never traded over these bars."));
        assertTrue(html.contains("<dd class=\"value\">–</dd>"), "undefined figures are a dash");
        assertNoUndefinedNumbers(sheet);
    }

    @Test
    void copesWithOneBarAndWithNone() throws IOException {
        assertNoUndefinedNumbers(SampleSheets.crossing(SampleSheets.daily(1), 10, 30, "one"));
        assertNoUndefinedNumbers(SampleSheets.crossing(SampleSheets.daily(0), 10, 30, "none"));
    }

    @Test
    void keepsLongRunsSmallAndSaysWhatItLeftOut() throws IOException {
        TearSheet sheet = SampleSheets.crossing(SampleSheets.minutes(100_000), 20, 60, "long");
        assertTrue(sheet.run().trades().size() > SheetComposer.TRADES_SHOWN);
        assertTimeout(Duration.ofSeconds(20), () -> ReportWriter.write(sheet, ALL, directory));
        String html = Files.readString(directory.resolve("r7-long-SIM-A-1m.html"));
        assertTrue(html.length() < 1_500_000, "length: " + html.length());
        assertTrue(html.contains("The first and last 500 of 1,007 trades"));
        List<String> trades = Files.readAllLines(directory.resolve("r7-long-SIM-A-1m-trades.csv"));
        assertEquals(1 + sheet.run().trades().size(), trades.size(), "the CSV holds all trades");
    }

    @Test
    void jsonIsTheRunDocumentAndMore() throws IOException {
        TearSheet sheet = SampleSheets.typical();
        ReportWriter.write(sheet, Set.of(ReportFormat.JSON), directory);
        byte[] document = Files.readAllBytes(directory.resolve("r7-sma-cross-SIM-A-1d.json"));
        RunResult read = RunJson.read(document);
        assertArrayEquals(RunJson.bytes(sheet.run()), RunJson.bytes(read));
        JsonNode json = new ObjectMapper().readTree(document);
        assertEquals("r7", json.path("runId").asText());
        assertEquals(sheet.metrics().size(), json.path("metrics").size());
        assertEquals(sheet.strategyJson(), json.path("strategyFile").asText());
    }

    @Test
    void csvNumbersReadBackToTheSameDouble() throws IOException {
        TearSheet sheet = SampleSheets.typical();
        ReportWriter.write(sheet, Set.of(ReportFormat.CSV), directory);
        List<String> lines = Files.readAllLines(directory.resolve("r7-sma-cross-SIM-A-1d-equity.csv"));
        assertEquals("time,equity,position,drawdown,buy_hold", lines.getFirst());
        double[] equity = sheet.run().equity();
        assertEquals(equity.length + 1, lines.size());
        for (int i = 0; i < equity.length; i++) {
            assertEquals(equity[i], Double.parseDouble(lines.get(i + 1).split(",", -1)[1]));
        }
        assertTrue(lines.get(1).startsWith("2010-01-04T00:00:00-05:00,100000.0,0.0,"));
    }

    private void assertNoUndefinedNumbers(TearSheet sheet) throws IOException {
        for (Path file : ReportWriter.write(sheet, ALL, directory)) {
            if (!file.toString().endsWith(".pdf")) {
                String text = Files.readString(file).replaceAll("base64,[^)]*", "");
                assertFalse(NOT_A_NUMBER.matcher(text).find(), file.toString());
            }
        }
        assertFalse(NOT_A_NUMBER.matcher(pdfText(sheet)).find());
    }

    private String html(TearSheet sheet) throws IOException {
        return Files.readString(
                ReportWriter.write(sheet, Set.of(ReportFormat.HTML), directory).getFirst());
    }

    private byte[] pdf(TearSheet sheet) throws IOException {
        return Files.readAllBytes(
                ReportWriter.write(sheet, Set.of(ReportFormat.PDF), directory).getFirst());
    }

    private String pdfText(TearSheet sheet) throws IOException {
        PdfReader pdf = new PdfReader(pdf(sheet));
        PdfTextExtractor extractor = new PdfTextExtractor(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        pdf.close();
        return text.toString();
    }
}
