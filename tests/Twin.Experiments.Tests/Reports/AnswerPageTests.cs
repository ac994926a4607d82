using Twin.Experiments.Reports;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Tests.Reports;

public sealed class AnswerPageTests
{
    [Theory]
    [InlineData("en", "Nothing: no figure asks for it.")]
    [InlineData("zh", "无需行动")]
    public void Html_Least_HasEverySectionInWords(string language, string said)
    {
        string html = Page([]).Html(TextCatalogue.In(language));
        Assert.Contains(HtmlPage.Escape(said), html, StringComparison.Ordinal);
        Assert.All(["answer", "warnings", "actions", "figures", "limits", "reproduce"], id => Assert.Contains($"id=\"{id}\"", html, StringComparison.Ordinal));
        Assert.DoesNotContain("id=\"pictures\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_Action_SaysWhatWhereWhoWhenAndWhy()
    {
        string html = Page([new PlannedAction("Add <two>.", "S-001", "pool", "by 08:00", "busy")]).Html(TextCatalogue.In("en"));
        Assert.All(["Add &lt;two&gt;.", "<dd>S-001</dd>", "<dd>pool</dd>", "<dd>by 08:00</dd>", "<dd>busy</dd>"], part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public void Html_MoreActionsThanFitAPage_IsRefused()
    {
        PlannedAction[] many = [.. Enumerable.Repeat(new PlannedAction("a", "b", "c", "d"), AnswerPage.MostActions + 1)];
        Assert.Contains("11 actions", Assert.Throws<InvalidOperationException>(() => Page(many).Html(TextCatalogue.In("en"))).Message, StringComparison.Ordinal);
    }

    private static AnswerPage Page(IReadOnlyList<PlannedAction> actions) => new()
    {
        Title = "T",
        Kind = "K",
        Lead = "L",
        Tone = AnswerTone.Open,
        Sentence = "S",
        Actions = actions,
        Limits = ["l"],
        Command = "twin",
        Identity = new HtmlTable("c", "a", "b"),
        Software = Software.This,
    };
}
