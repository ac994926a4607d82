using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>A variant over its replications. What is summed are integers, so that the order in which replications end changes nothing.</summary>
public sealed class VariantTally
{
    private readonly MeasureValue[][] _measures;
    private readonly long[][] _tested;
    private readonly bool[] _targetMet;
    private long[] _waits = [];
    private readonly int?[][] _waitP90;
    private int _taken;

    internal VariantTally(ComparedVariant variant, int replications)
    {
        Variant = variant;
        _measures = new MeasureValue[replications][];
        _waitP90 = new int?[replications][];
        _tested = new long[replications][];
        _targetMet = new bool[replications];
    }

    /// <summary>The variant.</summary>
    public ComparedVariant Variant { get; }

    /// <summary>Replications.</summary>
    public int Count => _measures.Length;

    /// <summary>Window and sites.</summary>
    /// <exception cref="InvalidOperationException">No replication has ended yet.</exception>
    public VariantPlaces Places { get => field ?? throw new InvalidOperationException($"No replication of {Variant.Label} has ended."); private set; }

    /// <summary>Steps of 5 minutes.</summary>
    public int Steps => _tested[0].Length;

    /// <summary>Replications in which everybody expected on site was tested up to the 5-hour line.</summary>
    public int TargetMet => _targetMet.Count(all => all);

    /// <summary>Whether everybody expected on site was tested up to the 5-hour line in a replication.</summary>
    /// <param name="replication">The replication.</param>
    public bool TargetMetIn(int replication) => _targetMet[replication];

    /// <summary>With 95 % confidence, at least so large is the probability of that.</summary>
    public double TargetMetAtLeast => ProportionBound.AtLeast(TargetMet, Count, 0.95);

    /// <summary>Coverage, % of residents, at the end of each step, of each replication.</summary>
    public IReadOnlyList<double[]> Coverage => [.. _tested.Select(tested => (double[])[.. tested.Select(count => 100.0 * count / Math.Max(1, Places.Residents))])];

    /// <summary>A measure in each replication.</summary>
    /// <param name="measure">Its place in <see cref="MassTestMeasures.All"/>.</param>
    public IReadOnlyList<MeasureValue> Values(int measure) => [.. _measures.Select(values => values[measure])];

    /// <summary>A measure in one replication.</summary>
    /// <param name="replication">The replication.</param>
    /// <param name="measure">Its place in <see cref="MassTestMeasures.All"/>.</param>
    public MeasureValue Value(int replication, int measure) => _measures[replication][measure];

    /// <summary>Mean expected wait of a site in a step, over replications and the step's minutes, minutes.</summary>
    /// <param name="site">The site.</param>
    /// <param name="step">The step.</param>
    public double ExpectedWait(int site, int step) => _waits[(site * Steps) + step] / 60.0 / DaySketch.StepMinutes / Count;

    /// <summary>Mean of a site's 90 % wait over the replications in which it tested somebody, s; null if there is none.</summary>
    /// <param name="site">The site.</param>
    public double? WaitP90(int site) => _waitP90.Average(day => (double?)day[site]);

    /// <summary>A site's 90 % wait in one replication, s; null if it tested nobody.</summary>
    /// <param name="replication">The replication.</param>
    /// <param name="site">The site.</param>
    public int? WaitP90(int replication, int site) => _waitP90[replication][site];

    /// <summary>Takes a replication.</summary>
    /// <param name="replication">Its number.</param>
    /// <param name="day">What is kept of it.</param>
    internal void Add(int replication, DaySketch day)
    {
        if (_taken++ == 0)
        {
            Places = day.Places;
            _waits = new long[day.ExpectedWaits.Length];
        }

        _measures[replication] = day.Measures;
        _tested[replication] = day.Tested;
        _targetMet[replication] = day.TargetMet;
        AddTo(_waits, day.ExpectedWaits);
        _waitP90[replication] = day.WaitP90;
    }

    /// <summary>What a folder keeps of it.</summary>
    internal KeptTally Keep() => new(Places, _measures, _tested, _targetMet, _waits, _waitP90);

    /// <summary>A tally from what a folder kept of it.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="kept">What was kept.</param>
    /// <exception cref="InvalidDataException">Its parts do not fit each other.</exception>
    internal static VariantTally Of(ComparedVariant variant, KeptTally kept)
    {
        int count = kept.Measures.Length;
        int sites = kept.Places.Codes.Count;
        if (count == 0 || kept.Tested.Length != count || kept.TargetMet.Length != count || kept.WaitP90.Length != count || kept.WaitP90.Any(waits => waits.Length != sites)
            || kept.Waits.Length != sites * kept.Tested[0].Length || kept.Measures.Any(values => values.Length != MassTestMeasures.All.Count))
        {
            throw new InvalidDataException($"what is kept of {variant.Name} does not fit together");
        }

        VariantTally tally = new(variant, count) { Places = kept.Places, _waits = kept.Waits, _taken = count };
        kept.Measures.CopyTo(tally._measures, 0);
        kept.Tested.CopyTo(tally._tested, 0);
        kept.WaitP90.CopyTo(tally._waitP90, 0);
        kept.TargetMet.CopyTo(tally._targetMet, 0);
        return tally;
    }

    private static void AddTo(long[] sums, int[] values)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
