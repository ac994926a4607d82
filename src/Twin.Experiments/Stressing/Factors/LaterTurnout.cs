using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Factors;

/// <summary>A turnout that is worse than planned; as many come in all.</summary>
internal static class LaterTurnout
{
    /// <summary>More people come only after the reminder, all at once: fewer come by themselves, to the home site and elsewhere in the same proportion.</summary>
    /// <param name="turnout">The turnout.</param>
    /// <param name="afterReminder">Share who come only after the reminder.</param>
    public static TurnoutParameters Of(TurnoutParameters turnout, double afterReminder)
    {
        double themselves = turnout.Home + turnout.Elsewhere;
        double rest = Math.Max(0, themselves - (afterReminder - turnout.AfterReminder));
        double share = themselves == 0 ? 0 : rest / themselves;
        return turnout with { Home = turnout.Home * share, Elsewhere = turnout.Elsewhere * share, AfterReminder = turnout.AfterReminder + (themselves - rest) };
    }

    /// <summary>More people come to other sites than their home site.</summary>
    /// <param name="turnout">The turnout.</param>
    /// <param name="elsewhere">Share who come to another site; at most those who come by themselves.</param>
    public static TurnoutParameters Elsewhere(TurnoutParameters turnout, double elsewhere)
    {
        double themselves = turnout.Home + turnout.Elsewhere;
        double moved = Math.Min(elsewhere, themselves);
        return turnout with { Home = themselves - moved, Elsewhere = moved };
    }
}
