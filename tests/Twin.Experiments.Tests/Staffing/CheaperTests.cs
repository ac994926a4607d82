using Twin.Experiments.Staffing.Reports;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Tests.Staffing;

public sealed class CheaperTests
{
    [Theory]
    [InlineData(1_000, 1_000, "as dear", "成本相同")]
    [InlineData(999_900, 1_000_000, "0.1 % cheaper", "节省 0.1%")]
    [InlineData(900, 1_000, "10.0 % cheaper", "节省 10.0%")]
    [InlineData(1_100, 1_000, "10.0 % dearer", "高出 10.0%")]
    public void Cheaper_OfAnyDifference_IsTrueInWords(double cost, double other, string english, string chinese)
    {
        Assert.Equal(english, StaffingText.Cheaper(cost, other, TextCatalogue.In("en")));
        Assert.Equal(chinese, StaffingText.Cheaper(cost, other, TextCatalogue.In("zh")));
    }
}
