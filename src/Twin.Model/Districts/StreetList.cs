using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>The streets of a specification, checked and in the order of their codes.</summary>
internal static class StreetList
{
    private const string CodeRule = "2 to 4 capital letters A–Z, different from every other and from the district's";

    /// <summary>Checks codes, names and shares.</summary>
    /// <param name="spec">The specification.</param>
    /// <returns>The streets in the ordinal order of their codes.</returns>
    /// <exception cref="ScenarioInputException">A code, name or share is impossible.</exception>
    public static StreetSpecification[] Check(DistrictSpecification spec)
    {
        DistrictCounts.Require(spec.Streets.Count is >= 1 and <= 1000, "district.streets", $"{spec.Streets.Count} streets", "1 to 1000");
        DistrictCounts.Require(IsCode(spec.Code), "district.code", $"'{spec.Code}'", CodeRule);
        HashSet<string> codes = new(StringComparer.Ordinal) { spec.Code };
        for (int i = 0; i < spec.Streets.Count; i++)
        {
            StreetSpecification street = spec.Streets[i];
            DistrictCounts.Require(IsCode(street.Code) && codes.Add(street.Code), $"district.streets[{i}].code", $"'{street.Code}'", CodeRule);
            DistrictCounts.Require(IsShare(street.Communities), $"district.streets[{i}].communities", DistrictCounts.Text(street.Communities), "a finite number, 0 or more");
            DistrictCounts.Require(IsShare(street.Villages), $"district.streets[{i}].villages", DistrictCounts.Text(street.Villages), "a finite number, 0 or more");
        }

        DistrictCounts.Require(
            spec.Streets.Any(street => street.Communities > 0), "district.streets", "no street with a share of the communities", "at least one with communities above 0");
        DistrictCounts.Require(
            spec.Villages == 0 || spec.Streets.Any(street => street.Villages > 0), "district.streets", "no street with a share of the villages",
            $"at least one with villages above 0, since there are {spec.Villages} villages");
        return [.. spec.Streets.OrderBy(street => street.Code, StringComparer.Ordinal)];
    }

    private static bool IsCode(string code) => code.Length is >= 2 and <= 4 && code.All(char.IsAsciiLetterUpper);

    private static bool IsShare(double share) => double.IsFinite(share) && share >= 0;
}
