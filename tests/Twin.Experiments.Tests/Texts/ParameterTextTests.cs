using System.Reflection;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Texts;

/// <summary>Texts of the keys of files: a key without Chinese does not compile, and what is there must be Chinese.</summary>
public sealed class ParameterTextTests
{
    public static TheoryData<string, string, string> Keys { get; } = [.. Declared().Select(key => (key.Name, key.Parameter.Text, key.Parameter.Chinese))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parameter_EachLanguage_IsASentenceInIt(string name, string english, string chinese)
    {
        Assert.True(english.EndsWith('.'), $"{name}: \"{english}\" is no sentence.");
        Assert.True(chinese.EndsWith('。') && chinese.Any(ChineseText.IsChinese), $"{name}: \"{chinese}\" is no Chinese sentence.");
    }

    [Fact]
    public void Parameter_TheSameEnglish_HasTheSameChinese() =>
        Assert.All(Declared().GroupBy(key => key.Parameter.Text), same => Assert.Single(same.Select(key => key.Parameter.Chinese).Distinct()));

    [Fact]
    public void MeaningOf_EveryAssumption_IsInTheLanguage()
    {
        IReadOnlyList<Assumption> assumptions = ScenarioAssumptions.Of(new Scenario());
        Assert.All(assumptions, assumption => Assert.Contains(TextCatalogue.In("zh").MeaningOf(assumption), ChineseText.IsChinese));
        Assert.Equal("Probability that a unit keeps its slot.", TextCatalogue.In("en").MeaningOf(assumptions.Single(assumption => assumption.Path == "testing.slots.compliance")));
    }

    private static IEnumerable<(string Name, ParameterAttribute Parameter)> Declared() =>
        from assembly in new[] { typeof(Scenario).Assembly, typeof(TextCatalogue).Assembly }
        from type in assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let parameter = property.GetCustomAttribute<ParameterAttribute>()
        where parameter is not null
        select ($"{type.Name}.{property.Name}", parameter);
}
