using System.Globalization;
using Twin.Experiments.Statistics;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sensitivity;

/// <summary>What the answers hang on, in words and a table.</summary>
/// <param name="summary">What it is.</param>
/// <param name="texts">The language.</param>
internal sealed class SensitivityText(SensitivitySummary summary, TextSet texts)
{
    /// <summary>So many factors of a response are shown; the files have them all.</summary>
    public const int MostFactors = 8;

    private const int MostNames = 5;

    private readonly AmountText _amounts = new(texts);

    private bool IsMorris => summary.Design.Method == SensitivityMethod.Morris;

    /// <summary>The table's header.</summary>
    public IReadOnlyList<string> Header =>
    [
        texts["sensitivity.response"], texts["sensitivity.rank"], texts["sensitivity.factor"], texts["sensitivity.grade"],
        .. IsMorris
            ? (string[])[texts["sensitivity.muStar"], texts["sensitivity.mu"], texts["sensitivity.sigma"], texts["sensitivity.chance"]]
            : [texts["sensitivity.total"], texts["sensitivity.first"]],
    ];

    /// <summary>What the indices mean.</summary>
    public string About => IsMorris ? texts.Format("sensitivity.about.morris", summary.Design.Blocks) : texts.Format("sensitivity.about.sobol", summary.Design.Blocks);

    /// <summary>A row for each response and factor, by rank; the response is named once.</summary>
    /// <param name="most">So many factors of a response at most.</param>
    public IEnumerable<IReadOnlyList<string>> Rows(int most) => summary.Responses.SelectMany(response => response.Factors.Take(most).Select(factor => (IReadOnlyList<string>)
    [
        factor.Rank == 1 ? texts.NameOf(response.Response) : "",
        factor.OpenWith.Count > 0 ? texts.Format("sensitivity.open", factor.Rank) : TextSet.Count(factor.Rank),
        factor.Factor.Name,
        factor.Factor.Grade.Length == 0 ? texts["none"] : factor.Factor.Grade,
        .. Indices(factor, response.Response.Unit),
    ]));

    /// <summary>What the table of <see cref="MostFactors"/> does not say: first the estimates that answers hang on, then which ranks are open, and how much is chance.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. summary.Design.Factors > MostFactors ? [texts.Format("sensitivity.more", summary.Design.Factors - MostFactors)] : Array.Empty<string>(),
        About, .. Flags(), .. Ranks(), .. Chances(),
    ];

    /// <summary>Of each response the estimates that it hangs on.</summary>
    public IEnumerable<string> Flags() => summary.Responses
        .Select(response => (response.Response, Names: response.Factors.Where(factor => factor.IsFlagged).Select(factor => factor.Factor.Name).ToArray()))
        .Where(flagged => flagged.Names.Length > 0)
        .Select(flagged => texts.Format(flagged.Names.Length == 1 ? "sensitivity.flag.one" : "sensitivity.flag.several", texts.NameOf(flagged.Response), Joined(flagged.Names)));

    /// <summary>Of each response the most influential, and whether that is settled.</summary>
    public IEnumerable<string> Ranks() => summary.Responses.Where(response => response.Factors.Count > 0).Select(Rank);

    /// <summary>Of each response how much is chance.</summary>
    public IEnumerable<string> Chances() => summary.Responses.Where(response => response.ChanceShare is not null)
        .Select(response => texts.Format("sensitivity.chanceShare", texts.NameOf(response.Response), texts.Percent(response.ChanceShare!.Value)));

    /// <summary>What to be careful with, but for what <see cref="Lines"/> says already.</summary>
    /// <param name="warnings">The sweep's warnings.</param>
    public IEnumerable<string> Warnings(IEnumerable<SweepWarning> warnings) =>
        warnings.Where(warning => warning.Kind != SweepWarningKind.HangsOnEstimate).Select(warning => warning.Kind switch
        {
            SweepWarningKind.NotTold => texts.Format("sensitivity.warning.notTold", Name(warning), Joined(warning.Factors)),
            SweepWarningKind.DesignTooSmall => texts.Format("sensitivity.warning.tooSmall", Name(warning), summary.Design.Blocks),
            SweepWarningKind.BlocksLeftOut => texts.Format("sensitivity.warning.leftOut", Name(warning), Of(warning.Response!).LeftOut, summary.Design.Blocks),
            SweepWarningKind.NoIndex => texts.Format("sensitivity.warning.noIndex", Name(warning)),
            SweepWarningKind.FewBlocks => texts.Format("sensitivity.warning.few", Name(warning), ReplicationRule.Fewest),
            SweepWarningKind.ChanceUnknown => texts["sensitivity.warning.chance"],
            _ => throw new InvalidOperationException($"A design for sensitivity has no warning {warning.Kind}."),
        });

    private string Rank(ResponseSensitivity response)
    {
        if (!response.Influential.Any())
        {
            return texts.Format("sensitivity.nothing", texts.NameOf(response.Response), texts.Percent(SensitivityDesign.ShareThatMatters));
        }

        (string name, string first) = (texts.NameOf(response.Response), Joined(response.Influential.Select(factor => factor.Factor.Name)));
        string[] others = [.. response.Contenders.Select(factor => factor.Factor.Name)];
        string said = others.Length <= MostNames ? Joined(others) : texts.Format("sweep.andMore", Joined(others.Take(MostNames)), others.Length - MostNames);
        return others.Length > 0 ? texts.Format("sensitivity.contended", name, first, said)
            : texts.Format(response.IsOrderOpen ? "sensitivity.unsure" : response.Influential.Count() == 1 ? "sensitivity.one" : "sensitivity.sure", name, first);
    }

    private IEnumerable<string> Indices(FactorInfluence factor, MeasureUnit unit) => factor.Morris is { } morris
        ?
        [
            unit == MeasureUnit.Share
                ? texts.Format("sweep.percentPoints", Interval(morris.MuStar, value => AmountText.Small(value * 100)))
                : Interval(morris.MuStar, value => _amounts.Of(unit, value)),
            _amounts.Signed(unit, morris.Mu.Estimate),
            _amounts.Of(unit, morris.Sigma.Estimate),
            morris.Chance is { } chance ? _amounts.Of(unit, chance) : texts["none"],
        ]
        : [Interval(factor.Sobol!.Total, Share), Interval(factor.Sobol.First, Share)];

    private string Interval(SensitivityIndex index, Func<double, string> say) => index is { Low: { } low, High: { } high }
        ? texts.Format("sensitivity.interval", say(index.Estimate), say(low), say(high))
        : say(index.Estimate);

    private static string Share(double value) => (Math.Round(value, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture);

    private string Joined(IEnumerable<string> names) => string.Join(texts["comma"], names);

    private string Name(SweepWarning warning) => texts.NameOf(warning.Response!);

    private ResponseSensitivity Of(Measure<MassTestResult> response) => summary.Responses.First(other => other.Response == response);
}
