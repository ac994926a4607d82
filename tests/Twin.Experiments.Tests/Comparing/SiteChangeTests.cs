using System.Text;
using Twin.Experiments.Comparing;
using static Twin.Experiments.Tests.Comparing.ComparedScenario;

namespace Twin.Experiments.Tests.Comparing;

public sealed class SiteChangeTests
{
    [Fact]
    public void Answer_OutageAtOneSite_NamesThatSite()
    {
        Comparison comparison = Compare(
            5, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k", "disruptions=[{type: registrationOutage, at: 08:00+08:00, length: 120min, sites: [S-002]}]"));
        string line = Assert.Single(ComparisonText.Answer(comparison, "en"), line => line.StartsWith("Sites where the 90 % wait differs most", StringComparison.Ordinal));
        Assert.Contains("A → B: S-002 ", line, StringComparison.Ordinal);
        Assert.EndsWith("By a minute or more it differs at 1.", line, StringComparison.Ordinal);
        string[] rows = Encoding.UTF8.GetString(ComparisonTables.Sites(comparison).ToBytes()).TrimEnd().Split('\n');
        Assert.Equal(1 + comparison.Tallies[0].Places.Codes.Count, rows.Length);
        Assert.StartsWith("A,B,S-001,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_NothingDiffers_NamesNoSite()
    {
        Comparison comparison = Compare(5, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k"));
        Assert.DoesNotContain(ComparisonText.Answer(comparison, "en"), line => line.StartsWith("Sites where", StringComparison.Ordinal));
    }

    [Fact]
    public void Sites_OtherPlaces_AreNotCompared()
    {
        Comparison comparison = Compare(5, 2, Of("A", "mass-testing-490k"), Of("B", "mass-testing-490k", "testing.sites.count=300"));
        Assert.Single(Encoding.UTF8.GetString(ComparisonTables.Sites(comparison).ToBytes()).TrimEnd().Split('\n'));
    }
}
