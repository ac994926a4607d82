using System.Text.Json.Nodes;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>summary.json of a sweep: what it came to, for programs. Holds no wall time, so the same sweep gives the same bytes.</summary>
public static class SweepJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = "twin-sweep/1";

    /// <summary>The summary.</summary>
    /// <param name="summary">What the sweep came to.</param>
    public static JsonObject Of(SweepSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        Sweep sweep = summary.Sweep;
        Software software = Software.This;
        JsonObject json = new()
        {
            ["schema"] = Schema,
            ["software"] = new JsonObject { ["name"] = software.Name, ["version"] = software.Version, ["commit"] = software.Commit },
            ["experiment"] = sweep.File.Name,
            ["title"] = sweep.File.Title,
            ["titleZh"] = sweep.File.TitleZh,
            ["scenario"] = sweep.Base.Name,
            ["identity"] = sweep.Identity,
            ["seed"] = sweep.Seed,
            ["scale"] = sweep.Base.Scale,
            ["crn"] = sweep.File.Crn,
            ["design"] = Word(sweep.File.Design),
            ["rule"] = Rule(sweep.Rule),
            ["factors"] = List(sweep.Factors.Select(Factor)),
            ["responses"] = List(sweep.Responses.Select(Response)),
            ["replications"] = summary.Replications,
            ["points"] = List(summary.Points.Select(point => Point(sweep, point))),
            ["best"] = List(summary.Best.Select(Best)),
            ["warnings"] = List(summary.Warnings.Select(Warning)),
            ["scenarioResolved"] = ScenarioJson.Of(sweep.Base),
        };
        if (summary.Sensitivity is { } sensitivity)
        {
            json["flagged"] = SensitivityJson.Flagged(sensitivity);
            json["sensitivity"] = SensitivityJson.Of(sensitivity);
        }

        return json;
    }

    private static JsonObject Rule(StoppingRule rule) => rule.Until is null
        ? new JsonObject { ["count"] = rule.Least }
        : new JsonObject { ["until"] = rule.Until.Key, ["halfWidth"] = rule.HalfWidth, ["least"] = rule.Least, ["most"] = rule.Most };

    private static JsonObject Factor(Factor factor) => new()
    {
        ["name"] = factor.Name,
        ["column"] = SweepColumns.Of(factor),
        ["kind"] = Word(factor.Kind),
        ["grade"] = factor.Grade,
        ["levels"] = factor.Range is null ? List(factor.Levels.Select(level => (JsonNode)level.Label)) : null,
    };

    private static JsonObject Response(Measure<MassTestResult> response) => new()
    {
        ["key"] = response.Key,
        ["name"] = response.English,
        ["nameZh"] = response.Chinese,
        ["unit"] = Word(response.Unit),
        ["better"] = Word(response.Better),
    };

    private static JsonObject Point(Sweep sweep, PointSummary point)
    {
        JsonObject levels = [], figures = [];
        foreach ((FactorLevel level, Factor factor) in point.Point.Levels.Zip(sweep.Factors))
        {
            levels[factor.Name] = level.Label;
        }

        foreach (ResponseFigure figure in point.Figures)
        {
            figures[figure.Response.Key] = Figure(figure);
        }

        return new JsonObject
        {
            ["point"] = point.Point.Number,
            ["levels"] = levels,
            ["replications"] = point.Replications,
            ["isMet"] = point.IsMet,
            ["figures"] = figures,
        };
    }

    private static JsonObject Figure(ResponseFigure figure) => new()
    {
        ["mean"] = figure.Mean,
        ["halfWidth"] = figure.Interval?.HalfWidth,
        ["low"] = figure.Interval?.Low,
        ["high"] = figure.Interval?.High,
        ["basis"] = figure.Interval is { } interval ? Word(interval.Basis) : null,
        ["n"] = figure.Defined,
        ["censored"] = figure.Censored,
        ["after"] = figure.After,
        ["min"] = figure.Minimum,
        ["max"] = figure.Maximum,
    };

    private static JsonObject Best(BestPoint best) => new()
    {
        ["response"] = best.Figure.Response.Key,
        ["point"] = best.Point.Number,
        ["mean"] = best.Figure.Mean,
        ["halfWidth"] = best.Figure.Interval?.HalfWidth,
        ["low"] = best.Figure.Interval?.Low,
        ["high"] = best.Figure.Interval?.High,
        ["alike"] = best.Alike,
    };

    private static JsonObject Warning(SweepWarning warning) => new()
    {
        ["kind"] = Word(warning.Kind),
        ["response"] = warning.Response?.Key,
        ["points"] = List(warning.Points.Select(point => (JsonNode)point)),
        ["factors"] = List(warning.Factors.Select(factor => (JsonNode)factor)),
    };

    private static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);

    private static string Word<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
