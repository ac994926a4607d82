using Twin.Model.Testing;

namespace Twin.Experiments.Suppression;

/// <summary>Tested and untested by place and reason, with small counts of housebound people kept back.</summary>
/// <remarks>
/// The housebound are what is left of residents − tested − other reasons. So where their count is hidden the number tested is hidden too
/// (and with it the total untested and the coverage): it is the only other number that is always large, and what matters to a planner, the
/// untested who could have come, stays visible. When the district as a whole has fewer than the limit, the number tested must be shown;
/// then the housebound and the most frequent other reason are hidden in every row.
/// </remarks>
internal sealed class UntestedTable
{
    private const int Housebound = (int)UntestedReason.Housebound;

    /// <summary>Puts a table together as given.</summary>
    /// <param name="district">The district's row.</param>
    /// <param name="streets">The streets' rows.</param>
    /// <param name="communities">The communities' rows.</param>
    internal UntestedTable(UntestedRow district, IReadOnlyList<UntestedRow> streets, IReadOnlyList<UntestedRow> communities)
    {
        District = district;
        Streets = streets;
        Communities = communities;
    }

    /// <summary>The district's row.</summary>
    public UntestedRow District { get; }

    /// <summary>The streets' rows, in order of code as the communities have it.</summary>
    public IReadOnlyList<UntestedRow> Streets { get; }

    /// <summary>The communities' rows, in the result's order.</summary>
    public IReadOnlyList<UntestedRow> Communities { get; }

    /// <summary>All rows: district, then each street with its communities.</summary>
    public IEnumerable<UntestedRow> Rows =>
        Streets.SelectMany(street => Communities.Where(row => row.Parent == street.Code).Prepend(street)).Prepend(District);

    /// <summary>Makes the table of a result.</summary>
    /// <param name="result">The result.</param>
    public static UntestedTable Of(MassTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] codes = [.. result.Communities.Select(community => StreetOf(community.Code)).Distinct(StringComparer.Ordinal)];
        UntestedRow[] communities = [.. result.Communities.Select(community => Row(RowLevel.Community, community.Code, StreetOf(community.Code), community.Residents, community.Tested, community.Untested))];
        UntestedRow[] streets = [.. codes.Select(code => Sum(code, result.Communities.Where(community => StreetOf(community.Code) == code)))];
        UntestedRow district = Row(RowLevel.District, "JB", "", result.Residents, result.Tested, result.Untested);
        return result.Untested[Housebound] switch
        {
            0 => new UntestedTable(district, streets, communities),
            < SmallCounts.Limit => HideReason(result, district, streets, communities),
            _ => HideRows(result, district, codes, streets, communities),
        };
    }

    private static UntestedTable HideRows(
        MassTestResult result, UntestedRow district, string[] codes, UntestedRow[] streets, UntestedRow[] communities)
    {
        (bool[] hiddenStreets, bool[] hidden) = SmallCounts.Choose(
            [.. result.Communities.Select(community => community.Untested[Housebound])],
            [.. result.Communities.Select(community => Array.IndexOf(codes, StreetOf(community.Code)))],
            codes.Length);
        return new UntestedTable(
            district,
            [.. streets.Select((row, i) => hiddenStreets[i] ? WithoutTested(row) : row)],
            [.. communities.Select((row, i) => hidden[i] ? WithoutTested(row) : row)]);
    }

    private static UntestedTable HideReason(MassTestResult result, UntestedRow district, UntestedRow[] streets, UntestedRow[] communities)
    {
        int partner = Enumerable.Range(0, result.Untested.Length).Where(reason => reason != Housebound).MaxBy(reason => result.Untested[reason]);
        UntestedRow Hide(UntestedRow row) => row with
        {
            Untested = [.. row.Untested.Select((count, reason) => reason == Housebound || reason == partner ? null : count)],
        };
        return new UntestedTable(Hide(district), [.. streets.Select(Hide)], [.. communities.Select(Hide)]);
    }

    private static UntestedRow WithoutTested(UntestedRow row) => row with
    {
        Tested = null,
        Untested = [.. row.Untested.Select((count, reason) => reason == Housebound ? null : count)],
    };

    private static UntestedRow Sum(string code, IEnumerable<CommunityResult> parts)
    {
        CommunityResult[] communities = [.. parts];
        long[] untested = [.. communities[0].Untested.Select((_, reason) => communities.Sum(community => community.Untested[reason]))];
        return Row(RowLevel.Street, code, "JB", communities.Sum(community => community.Residents), communities.Sum(community => community.Tested), untested);
    }

    private static UntestedRow Row(RowLevel level, string code, string parent, long residents, long tested, long[] untested) =>
        new(level, code, parent, residents, tested, [.. untested.Select(count => (long?)count)]);

    private static string StreetOf(string community)
    {
        int dash = community.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? community : community[..dash];
    }
}
