using System.Text.Json.Nodes;

namespace Twin.Experiments.Sensitivity;

/// <summary>The part <c>sensitivity</c> of a sweep's summary.json.</summary>
internal static class SensitivityJson
{
    /// <summary>The part.</summary>
    public static JsonObject Of(SensitivitySummary summary)
    {
        bool isMorris = summary.Design.Method == SensitivityMethod.Morris;
        JsonObject json = new()
        {
            ["method"] = isMorris ? "morris" : "sobol",
            [isMorris ? "trajectories" : "basePoints"] = summary.Design.Blocks,
        };
        if (isMorris)
        {
            json["gridLevels"] = summary.Design.GridLevels;
        }

        json["responses"] = new JsonArray([.. summary.Responses.Select(Response)]);
        return json;
    }

    /// <summary>The estimates that answers hang on.</summary>
    public static JsonArray Flagged(SensitivitySummary summary) => new([.. summary.Flagged.Select(flag => (JsonNode)new JsonObject
    {
        ["response"] = flag.Response.Response.Key,
        ["factor"] = flag.Factor.Factor.Name,
        ["grade"] = flag.Factor.Factor.Grade,
        ["rank"] = flag.Factor.Rank,
        ["isTold"] = flag.Factor.IsTold,
    })]);

    private static JsonObject Response(ResponseSensitivity response) => new()
    {
        ["response"] = response.Response.Key,
        ["unit"] = SensitivityTables.UnitOf(response.Response.Unit),
        ["blocks"] = response.Blocks,
        ["leftOut"] = response.LeftOut,
        ["mean"] = response.Mean,
        ["deviation"] = response.Deviation,
        ["chanceShare"] = response.ChanceShare,
        ["influential"] = Names(response.Influential),
        ["contenders"] = Names(response.Contenders),
        ["factors"] = new JsonArray([.. response.Factors.Select(Factor)]),
    };

    private static JsonObject Factor(FactorInfluence factor)
    {
        JsonObject json = new()
        {
            ["factor"] = factor.Factor.Name,
            ["grade"] = factor.Factor.Grade,
            ["rank"] = factor.Rank,
            ["openWith"] = new JsonArray([.. factor.OpenWith.Select(other => (JsonNode)other.Name)]),
            ["isFlagged"] = factor.IsFlagged,
            ["isTold"] = factor.IsTold,
        };
        if (factor.Morris is { } morris)
        {
            (json["muStar"], json["mu"], json["sigma"], json["chance"]) = (Index(morris.MuStar), Index(morris.Mu), Index(morris.Sigma), morris.Chance);
        }

        if (factor.Sobol is { } sobol)
        {
            (json["total"], json["first"]) = (Index(sobol.Total), Index(sobol.First));
        }

        return json;
    }

    private static JsonObject Index(SensitivityIndex index) => new() { ["estimate"] = index.Estimate, ["low"] = index.Low, ["high"] = index.High };

    private static JsonArray Names(IEnumerable<FactorInfluence> factors) => new([.. factors.Select(factor => (JsonNode)factor.Factor.Name)]);
}
