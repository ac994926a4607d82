using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Twin.Experiments.Charts;
using Twin.Experiments.Reports;
using Twin.Experiments.Suppression;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Reports;

public sealed partial class MassTestReportTests
{
    private static readonly Pictures Blank = new([1], [2], [3], [4]);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh", "zh-CN")]
    public void Of_EitherLanguage_IsWellFormedAndAccessible(string language, string attribute)
    {
        XElement html = Parse(Page(KernelRun.Small, language));
        Assert.Equal(attribute, html.Attribute("lang")!.Value);
        Assert.Single(html.Descendants("h1"));
        Assert.Equal(4, html.Descendants("img").Count());
        Assert.All(html.Descendants("img"), image => Assert.True(image.Attribute("alt")!.Value.Length > 20));
        Assert.All(html.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(html.Descendants("th"), cell => Assert.NotNull(cell.Attribute("scope")));
        HashSet<string> ids = [.. html.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>()];
        Assert.All(html.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.DoesNotContain("{0}", html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnyRun_AsksNothingOfTheNetwork()
    {
        string page = Page(KernelRun.Small, "en");
        Assert.DoesNotMatch(@"(src|href|url)\s*[=(]\s*[""']?(https?:|//)", page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[^>]+ style=", page);
    }

    [Fact]
    public void Of_StylePolicy_NamesTheHashOfTheStyle()
    {
        Match match = Style().Match(Page(KernelRun.Small, "en"));
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[2].Value)));
        Assert.Equal(hash, match.Groups[1].Value);
    }

    [Fact]
    public void Of_HostileNames_AreEscaped()
    {
        const string hostile = "<img src=x onerror=alert(1)>\"'&";
        RunRecord record = KernelRun.Small;
        record = record with
        {
            Scenario = record.Scenario with { Title = hostile },
            ScenarioFile = hostile,
            MassTest = record.MassTest! with { Communities = [.. record.MassTest!.Communities.Select(community => community with { Name = hostile })] },
        };
        string page = Page(record, "en");
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.Equal(4, Parse(page).Descendants("img").Count());
    }

    [Fact]
    public void Of_SuppressedCommunity_ShowsNoCount()
    {
        RunRecord record = KernelRun.Small;
        UntestedTable table = UntestedTable.Of(record.MassTest!);
        UntestedRow hidden = table.Communities.First(row => row.Suppressed);
        XElement row = Parse(Page(record, "en")).Descendants("tr").Single(tr => tr.Element("th")?.Value == hidden.Code && tr.Elements("td").Count() == 8);
        Assert.Equal("–", row.Elements("td").ElementAt(3).Value);
        Assert.Equal("–", row.Elements("td").ElementAt(4).Value);
    }

    [Fact]
    public void Of_TextColours_HaveContrastOfFourAndAHalf()
    {
        string css = File.ReadAllText(Path.Combine(Repository.Root, "src", "Twin.Experiments", "Reports", "report.css"));
        double Luminance(string name) => RelativeLuminance(Regex.Match(css, $@"--{name}: #([0-9a-f]{{6}})").Groups[1].Value);
        Assert.All(["ink", "grey", "blue", "amber"], color => Assert.True((Luminance("soft") + 0.05) / (Luminance(color) + 0.05) >= 4.5, color));
        Assert.All(["red", "green"], color => Assert.True((Luminance("soft") + 0.05) / (Luminance(color) + 0.05) >= 3, color));
    }

    [Fact]
    public void Command_OptionsWithSpaces_AreQuoted()
    {
        RunRecord record = KernelRun.Small with { Options = ["--set", "testing.service.swab={constant: 20s}"] };
        Assert.Equal(
            "dotnet run -c Release --project src/Twin.Silo -- run scenarios/mass-testing-small.yaml --engine kernel --set 'testing.service.swab={constant: 20s}' --seed 1 --lang zh",
            ReproduceCommand.Of(record, "zh"));
    }

    private static string Page(RunRecord record, string language) => MassTestReport.Of(
        record, record.MassTest!, UntestedTable.Of(record.MassTest!), Blank, ScenarioAssumptions.Of(record.Scenario), TextCatalogue.In(language));

    [Fact]
    public void Of_Chinese_HasNoEnglishSentence()
    {
        XElement html = Parse(Page(KernelRun.Small, "zh"));
        string[] texts =
        [
            .. html.Descendants().Where(element => element.Name.LocalName is not ("code" or "pre" or "style" or "script" or "title"))
                .SelectMany(element => element.Nodes().OfType<XText>()).Select(text => text.Value),
            .. html.Descendants("img").Select(image => image.Attribute("alt")!.Value),
            .. RunText.Answer(KernelRun.Small, "zh"),
        ];
        // What the scenario file itself says in English is a value, shown as it is.
        string title = KernelRun.Small.Scenario.Title;
        Assert.Empty(texts.Where(text => !text.Contains(title, StringComparison.Ordinal)).SelectMany(text => EnglishWords().Matches(text).Select(match => match.Value)).Distinct());
    }

    [Fact]
    public void Of_AnyRun_HasItsSectionsInTheSameOrder()
    {
        XElement html = Parse(Page(KernelRun.Small, "en"));
        string[] ids = [.. html.Descendants("h2").Select(heading => heading.Attribute("id")!.Value)];
        Assert.Equal(["answer", "warnings", "actions", "pictures", "figures", "worst", "untested", "communities", "notice", "assumptions", "limits", "reproduce"], ids);
    }

    [Fact]
    public void Of_SingleRun_WarnsThatThereIsNoInterval() =>
        Assert.Contains("One replication only", Page(KernelRun.Small, "en"), StringComparison.Ordinal);

    [Fact]
    public void Of_Assumptions_AreByGradeEstimatesFirst()
    {
        string[] headings = [.. Parse(Page(KernelRun.Small, "en")).Descendants("details").Where(part => part.Attribute("class")?.Value == "grade").Select(part => part.Element("summary")!.Value)];
        Assert.Equal(["E", "P", "S", "N"], headings.Select(heading => heading[..1]));
        Assert.Contains("never a fact", headings[0], StringComparison.Ordinal);
    }

    /// <summary>The page is written so that, its void elements closed, it is XML: a mistake in nesting or escaping shows at once.</summary>
    private static XElement Parse(string page) => XElement.Parse(
        VoidElement().Replace(page["<!DOCTYPE html>\n".Length..], "<$1/>").Replace(" hidden>", " hidden=\"\">", StringComparison.Ordinal));

    private static double RelativeLuminance(string hex)
    {
        double Channel(int at)
        {
            double value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("<((?:meta|img) [^>]*)>")]
    private static partial Regex VoidElement();

    [GeneratedRegex("style-src 'sha256-([^']+)'.*?<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    /// <summary>Three English words in a row: no code, key or command has them.</summary>
    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex EnglishWords();
}
