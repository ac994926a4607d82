using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>Samplers and desks in words.</summary>
internal static class StaffWords
{
    /// <summary>So many samplers and desks; empty for none of either.</summary>
    /// <param name="samplers">Samplers.</param>
    /// <param name="desks">Desks.</param>
    /// <param name="texts">The language.</param>
    public static string Of(long samplers, long desks, TextSet texts)
    {
        string some = samplers == 0 ? "" : texts.Format(samplers == 1 ? "act.sampler" : "act.samplers", samplers);
        string places = desks == 0 ? "" : texts.Format(desks == 1 ? "act.desk" : "act.desks", desks);
        return some.Length > 0 && places.Length > 0 ? texts.Format("act.both", some, places) : some + places;
    }
}
