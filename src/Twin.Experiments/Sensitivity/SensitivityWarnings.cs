using Twin.Experiments.Statistics;
using Twin.Experiments.Sweeps;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sensitivity;

/// <summary>What to be careful with in sensitivity indices; first what the answers hang on.</summary>
internal static class SensitivityWarnings
{
    /// <summary>The warnings.</summary>
    public static IReadOnlyList<SweepWarning> Of(Sweep sweep, SensitivitySummary summary)
    {
        List<SweepWarning> warnings = [];
        foreach (ResponseSensitivity response in summary.Responses)
        {
            Add(warnings, SweepWarningKind.HangsOnEstimate, response.Response, response.Factors.Where(factor => factor.IsFlagged));
        }

        foreach (ResponseSensitivity response in summary.Responses)
        {
            Add(warnings, SweepWarningKind.NotTold, response.Response, response.Factors.Where(factor => factor.Matters && factor.IsTold == false));
            AddIf(warnings, response.Factors.Any(factor => factor.Sobol?.IsTooSmall == true), SweepWarningKind.DesignTooSmall, response.Response);
            AddIf(warnings, response.LeftOut > 0, SweepWarningKind.BlocksLeftOut, response.Response);
            AddIf(warnings, response.Factors.Count == 0, SweepWarningKind.NoIndex, response.Response);
            AddIf(warnings, response.Factors.Count > 0 && response.Blocks < ReplicationRule.Fewest, SweepWarningKind.FewBlocks, response.Response);
        }

        AddIf(warnings, sweep.Rule.Least == 1, SweepWarningKind.ChanceUnknown, null);
        return warnings;
    }

    private static void Add(List<SweepWarning> warnings, SweepWarningKind kind, Measure<MassTestResult> response, IEnumerable<FactorInfluence> factors)
    {
        string[] names = [.. factors.Select(factor => factor.Factor.Name)];
        if (names.Length > 0)
        {
            warnings.Add(new SweepWarning(kind, response, []) { Factors = names });
        }
    }

    private static void AddIf(List<SweepWarning> warnings, bool holds, SweepWarningKind kind, Measure<MassTestResult>? response)
    {
        if (holds)
        {
            warnings.Add(new SweepWarning(kind, response, []));
        }
    }
}
