using System.Globalization;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

/// <summary>Every kind of bad input: the keys beyond the least begin in line 4.</summary>
public sealed class ScenarioErrorTests
{
    private const string Durations = "a duration such as 45s, 15min, 5h, 1h30min, 250ms or 2d";

    [Fact]
    public void Read_UnknownKey_SuggestsTheNearest()
    {
        ScenarioError error = Files.Error("testing:\n  staff:\n    sampelrs: 100\n");
        Assert.Equal(
            "t.yaml:6:5: testing.staff.sampelrs: found the unknown key \"sampelrs\"; allowed the keys samplers, residentsPerSampler, desks, residentsPerDesk, "
            + "besideGuideline, samplersPerSite, desksPerSite, roster, absence, breaks, shiftEnd; did you mean samplers?",
            error.ToString());
    }

    [Theory]
    [InlineData("Scale: 1\n", 4, 1, "Scale", "scale")]
    [InlineData("title_zh: x\n", 4, 1, "title_zh", "titleZh")]
    [InlineData("samplers: 100\n", 4, 1, "samplers", "testing.staff.samplers")]
    [InlineData("extend: a.yaml\n", 4, 1, "extend", "extends")]
    [InlineData("xyzzy: 1\n", 4, 1, "xyzzy", null)]
    [InlineData("<<: {scale: 2}\n", 4, 1, "<<", null)]
    [InlineData("testing: {window: {openn: 7h}}\n", 4, 20, "testing.window.openn", "open")]
    [InlineData("disruptions: [{type: siteClosed, at: 8h, site: [S-001]}]\n", 4, 42, "disruptions.0.site", "sites")]
    public void Read_UnknownKey_IsRefusedAtItsPlace(string more, int line, int column, string path, string? suggestion) =>
        Check(Files.Error(more), line, column, path, null, null, suggestion);

    [Theory]
    [InlineData("scale: x\n", 8, "scale", "x", "a number from 0.01 to 20", null)]
    [InlineData("scale: 0\n", 8, "scale", "0", "a number from 0.01 to 20", null)]
    [InlineData("scale: 21\n", 8, "scale", "21", "a number from 0.01 to 20", null)]
    [InlineData("scale: .nan\n", 8, "scale", ".nan", "a number from 0.01 to 20", null)]
    [InlineData("scale: .inf\n", 8, "scale", ".inf", "a number from 0.01 to 20", null)]
    [InlineData("scale: NaN\n", 8, "scale", "NaN", "a number from 0.01 to 20", null)]
    [InlineData("scale: 1e999\n", 8, "scale", "1e999", "a number from 0.01 to 20", null)]
    [InlineData("scale: 0x10\n", 8, "scale", "0x10", "a number from 0.01 to 20", null)]
    [InlineData("scale: \"1\"\n", 8, "scale", "the text \"1\"", "a number from 0.01 to 20", "1")]
    [InlineData("scale: 5%\n", 8, "scale", "5%", "a number from 0.01 to 20", "0.05")]
    [InlineData("scale: 0,5\n", 8, "scale", "0,5", "a number from 0.01 to 20", "0.5")]
    [InlineData("scale: [1]\n", 8, "scale", "a list of 1", "a number from 0.01 to 20", null)]
    [InlineData("scale: {a: 1}\n", 8, "scale", "a mapping with key a", "a number from 0.01 to 20", null)]
    [InlineData("scale:\n", 7, "scale", "nothing", "a number from 0.01 to 20", null)]
    [InlineData("scale: ~\n", 8, "scale", "nothing (~)", "a number from 0.01 to 20", null)]
    [InlineData("scale: null\n", 8, "scale", "nothing (null)", "a number from 0.01 to 20", null)]
    [InlineData("seed: -1\n", 7, "seed", "-1", "a whole number from 0 to 18446744073709551615", null)]
    [InlineData("seed: 18446744073709551616\n", 7, "seed", "18446744073709551616", "a whole number from 0 to 18446744073709551615", null)]
    [InlineData("seed: 99999999999999999999999999999999999999999999999\n", 7, "seed", "99999999999999999999999999999999999999999999999", null, null)]
    [InlineData("seed: 1.5\n", 7, "seed", "1.5", "a whole number from 0 to 18446744073709551615", null)]
    [InlineData("seed: 1e3\n", 7, "seed", "1e3", "a whole number from 0 to 18446744073709551615", null)]
    [InlineData("district: {residents: 490_000}\n", 23, "district.residents", "490_000", "a whole number from 100 to 10000000", "490000")]
    [InlineData("district: {residents: \"490,000\"}\n", 23, "district.residents", "the text \"490,000\"", "a whole number from 100 to 10000000", "490000")]
    [InlineData("district: {residents: 3000000000}\n", 23, "district.residents", "3000000000", "a whole number from 100 to 10000000", null)]
    [InlineData("testing: {staff: {samplers: ~}}\n", 29, "testing.staff.samplers", "nothing (~)", "a whole number from 1 to 1000000, or none", "none")]
    [InlineData("testing: {slots: {enabled: yes}}\n", 28, "testing.slots.enabled", "yes", "true or false", "true")]
    [InlineData("testing: {slots: {enabled: \"true\"}}\n", 28, "testing.slots.enabled", "the text \"true\"", "true or false", "true")]
    [InlineData("testing: {slots: {by: bulding}}\n", 23, "testing.slots.by", "bulding", "one of building, household, person", "building")]
    [InlineData("testing: {slots: {by: Building}}\n", 23, "testing.slots.by", "Building", "one of building, household, person", "building")]
    [InlineData("testing: {slots: {by: 1}}\n", 23, "testing.slots.by", "1", "one of building, household, person", null)]
    [InlineData("title: 5\n", 8, "title", "5", "text", "\"5\"")]
    [InlineData("title: true\n", 8, "title", "true", "text", "\"true\"")]
    [InlineData("title: [a]\n", 8, "title", "a list of 1", "text", null)]
    [InlineData("title: \"a\\u0001\"\n", 8, "title", "the text \"a\\u0001\"", "text", null)]
    [InlineData("testing: 5\n", 10, "testing", "5", "a mapping of keys to values", null)]
    [InlineData("testing: []\n", 10, "testing", "an empty list", "a mapping of keys to values", null)]
    [InlineData("disruptions: {}\n", 14, "disruptions", "an empty mapping", "a list of mappings", null)]
    [InlineData("disruptions: [5]\n", 15, "disruptions.0", "5", "a mapping of keys to values", null)]
    [InlineData("testing: {reminders: {at: 10h}}\n", 27, "testing.reminders.at", "10h", null, null)]
    public void Read_WrongValue_IsRefused(string more, int column, string path, string found, string? allowed, string? suggestion) =>
        Check(Files.Error(more), 4, column, path, found, allowed, suggestion);

    [Theory]
    [InlineData("5", "5s or 5min")]
    [InlineData("0", "0s")]
    [InlineData("5m", "5min")]
    [InlineData("5 min", "5min")]
    [InlineData("5 minutes", "5min")]
    [InlineData("1 hour 30 mins", "1h30min")]
    [InlineData("'1,5h'", "1.5h")]
    [InlineData("30min1h", null)]
    [InlineData("-5s", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999999999999999d", null)]
    [InlineData("200000d", null)]
    public void Read_WrongDuration_IsRefused(string text, string? suggestion) =>
        Check(Files.Error($"testing: {{service: {{tubeChange: {text}}}}}\n"), 4, 33, "testing.service.tubeChange", text[0] == '\'' ? "the text \"1,5h\"" : text, Durations, suggestion);

    [Fact]
    public void Read_DurationBelowItsMinimum_SaysTheMinimum() =>
        Check(Files.Error("testing: {notice: {call: 5s}}\n"), 4, 26, "testing.notice.call", "5s", Durations + ", of at least 10s", null);

    [Fact]
    public void Read_DurationWithAFractionOfAMillisecond_IsRefused() =>
        Check(Files.Error("testing: {service: {tubeChange: 0.0005s}}\n"), 4, 33, "testing.service.tubeChange", "0.0005s", "a duration of whole milliseconds", null);

    [Theory]
    [InlineData("07:00", "07:00+08:00")]
    [InlineData("7:00", "07:00+08:00")]
    [InlineData("7:00+08:00", "07:00+08:00")]
    [InlineData("2022-04-10T07:00", "2022-04-10T07:00+08:00")]
    [InlineData("2022-04-10", null)]
    [InlineData("25:00+08:00", null)]
    [InlineData("07:60+08:00", null)]
    [InlineData("07:00+15:00", null)]
    [InlineData("2022-02-30T07:00+08:00", null)]
    [InlineData("noon", null)]
    public void Read_WrongMoment_IsRefused(string text, string? suggestion)
    {
        ScenarioError error = Files.Error($"testing: {{notice: {{at: {text}}}}}\n");
        Check(error, 4, 24, "testing.notice.at", text, null, suggestion);
        Assert.StartsWith("a clock time with an offset such as 07:00+08:00", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MomentBeforeTheStart_IsRefused() =>
        Check(Files.Error("testing: {notice: {at: 2022-04-10T01:59+08:00}}\n"), 4, 24, "testing.notice.at", "2022-04-10T01:59+08:00",
            "a time at or after the start (2022-04-10T02:00:00+08:00), and within a century of it", null);

    [Fact]
    public void Read_StartWithoutOffset_IsRefused()
    {
        ScenarioError error = Assert.Single(Files.With("t.yaml", "name: t\nactivity: massTesting\nstart: 2022-04-10T02:00\n").Errors("t.yaml"));
        Check(error, 3, 8, "start", "2022-04-10T02:00", "a date and time with an offset such as 2022-04-10T02:00:00+08:00", "2022-04-10T02:00+08:00");
    }

    [Fact]
    public void Read_MissingRequiredKeys_AreAllNamed()
    {
        IReadOnlyList<ScenarioError> errors = Files.With("t.yaml", "# nothing but a seed\nseed: 1\n").Errors("t.yaml");
        Assert.Equal(["name", "activity", "start"], errors.Select(error => error.Path));
        Assert.All(errors, error => Assert.Equal((2, 1, "nothing"), (error.Line, error.Column, error.Found)));
    }

    [Fact]
    public void Read_MissingRequiredKeyOfAnItem_IsNamed() =>
        Check(Files.Error("disruptions:\n  - {type: siteClosed}\n"), 5, 5, "disruptions.0.at", "nothing", null, null);

    [Theory]
    [InlineData("Mass Testing")]
    [InlineData("\"\"")]
    [InlineData("-x")]
    public void Read_WrongName_IsRefused(string name)
    {
        ScenarioError error = Assert.Single(Files.With("t.yaml", $"name: {name}\nactivity: massTesting\nstart: 2022-04-10T02:00+08:00\n").Errors("t.yaml"));
        Check(error, 1, 7, "name", null, "lower-case letters, digits and hyphens, such as mass-testing-490k", null);
    }

    [Fact]
    public void Read_ManyErrors_AreAllReportedInOrder()
    {
        IReadOnlyList<ScenarioError> errors = Files.With("t.yaml", Files.Least + "seed: x\nscale: y\ntesting:\n  slots: {by: z}\n  staff: {samplers: -1}\n").Errors("t.yaml");
        Assert.Equal(["seed", "scale", "testing.slots.by", "testing.staff.samplers"], errors.Select(error => error.Path));
        Assert.Equal([4, 5, 7, 8], errors.Select(error => error.Line));
    }

    [Fact]
    public void Read_CodeOfASite_IsChecked() =>
        Check(Files.Error("disruptions: [{type: siteClosed, at: 8h, sites: [17]}]\n"), 4, 50, "disruptions.0.sites.0", "17", "a site's code such as S-017", null);

    [Fact]
    public void Read_SameSiteTwice_IsRefused() =>
        Check(Files.Error("disruptions: [{type: siteClosed, at: 8h, sites: [S-001, S-001]}]\n"), 4, 57, "disruptions.0.sites.1", "S-001 a second time", "each once", null);

    [Fact]
    public void Read_KeyWithoutMeaningForTheType_IsRefused() =>
        Check(Files.Error("disruptions: [{type: siteClosed, at: 8h, length: 45min}]\n"), 4, 42, "disruptions.0.length",
            "length, which cannot act: disruptions.0.type = siteClosed", "length only with disruptions.0.type = registrationOutage", null);

    [Fact]
    public void Read_UnderAnotherCulture_ReadsAndSaysTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(0.5, Files.Read("scale: 0.5\n").Scale);
            Check(Files.Error("scale: 0.001\n"), 4, 8, "scale", "0.001", "a number from 0.01 to 20", null);
            Check(Files.Error("seed: -1\n"), 4, 7, "seed", "-1", "a whole number from 0 to 18446744073709551615", null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static void Check(ScenarioError error, int line, int column, string path, string? found, string? allowed, string? suggestion)
    {
        Assert.Equal(("t.yaml", line, column, path), (error.File, error.Line, error.Column, error.Path));
        Assert.Equal(found ?? error.Found, error.Found);
        Assert.Equal(allowed ?? error.Allowed, error.Allowed);
        Assert.Equal(suggestion, error.Suggestion);
    }
}
