using MathNet.Numerics.Distributions;
using Twin.Experiments.Staffing.Observing;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>What a site risks with so many samplers and desks planned, each of whom may be absent.</summary>
/// <remarks>Absences are summed exactly (binomial), not drawn: the rest of the uncertainty is in the days that were watched.</remarks>
internal sealed class SiteRisks
{
    private readonly double[,] _tooLong;
    private readonly double[,] _late;
    private readonly double[,] _lateVariance;

    /// <summary>Sums over absences.</summary>
    /// <param name="needs">How the site fares with those present.</param>
    /// <param name="absence">Probability that a member of staff is absent, 0 to 1.</param>
    public SiteRisks(SiteNeeds needs, double absence)
    {
        Samplers = (Math.Max(1, needs.Samplers.First), Planned(needs.Samplers.Last, absence));
        Desks = (Math.Max(1, needs.Desks.First), Planned(needs.Desks.Last, absence));
        AbsenceShares shares = new(absence);
        _tooLong = Mix(needs.TooLong, shares);
        _late = Mix(needs.Late, shares);
        _lateVariance = Mix((samplers, desks) => Math.Pow(needs.Late(samplers, desks), 2), shares);
        for (int i = 0; i < _late.GetLength(0); i++)
        {
            for (int j = 0; j < _late.GetLength(1); j++)
            {
                _lateVariance[i, j] = Math.Max(0, _lateVariance[i, j] - (_late[i, j] * _late[i, j]));
            }
        }

        Shifts = [.. needs.Shifts.Select(shift => new ShiftRisks(shift, this, shares))];
    }

    /// <summary>Samplers that may be planned, first and last.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks that may be planned, first and last.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>What is risked if some go home before the site is done, by shift.</summary>
    public IReadOnlyList<ShiftRisks> Shifts { get; }

    /// <summary>Factor on the probability of too long a wait, learnt from whole days; 1 at first.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>What is risked.</summary>
    /// <param name="staffing">What is planned; fewer than the first are certain to fail, more than the last are as good as the last.</param>
    public SiteRisk Of(SiteCrew staffing)
    {
        if (staffing.Shift is not { } shift)
        {
            return Scaled(Whole(staffing.Samplers, staffing.Desks));
        }

        // A site too large for shifts is judged by those who stay.
        ShiftRisks? shifted = Shifts.FirstOrDefault(risks => risks.Shift == shift);
        return Scaled(shifted?.Of(staffing.Samplers, staffing.SamplersToClose, staffing.Desks, staffing.DesksToClose)
            ?? Whole(staffing.SamplersToClose, staffing.DesksToClose));
    }

    /// <summary>What is risked if all stay, without the factor.</summary>
    /// <param name="samplers">Samplers planned.</param>
    /// <param name="desks">Desks planned.</param>
    public SiteRisk Whole(int samplers, int desks)
    {
        int i = Math.Clamp(samplers, Samplers.First, Samplers.Last) - Samplers.First;
        int j = Math.Clamp(desks, Desks.First, Desks.Last) - Desks.First;
        double tooLong = samplers < Samplers.First || desks < Desks.First ? 1 : _tooLong[i, j];
        return new SiteRisk(tooLong, _late[i, j], _lateVariance[i, j]);
    }

    /// <summary>A risk with the factor.</summary>
    /// <param name="risk">The risk without it.</param>
    public SiteRisk Scaled(SiteRisk risk) => risk with { TooLong = Math.Min(1, Factor * risk.TooLong) };

    /// <summary>So many planned that fewer than needed come once in some ten thousand days.</summary>
    private static int Planned(int present, double absence)
    {
        int planned = Math.Max(1, present);
        while (absence is > 0 and < 1 && planned < (20 * present) + 20 && Binomial.CDF(1 - absence, planned, present - 1) > 1e-4)
        {
            planned++;
        }

        return planned;
    }

    private double[,] Mix(Func<int, int, double> present, AbsenceShares shares)
    {
        double[,] half = new double[Samplers.Last + 1, Desks.Last - Desks.First + 1];
        for (int samplers = 0; samplers <= Samplers.Last; samplers++)
        {
            for (int j = 0; j < half.GetLength(1); j++)
            {
                double[] byDesks = shares.Of(Desks.First + j);
                for (int desks = 0; desks < byDesks.Length; desks++)
                {
                    half[samplers, j] += byDesks[desks] * present(samplers, desks);
                }
            }
        }

        double[,] mixed = new double[Samplers.Last - Samplers.First + 1, half.GetLength(1)];
        for (int i = 0; i < mixed.GetLength(0); i++)
        {
            double[] bySamplers = shares.Of(Samplers.First + i);
            for (int j = 0; j < mixed.GetLength(1); j++)
            {
                for (int samplers = 0; samplers < bySamplers.Length; samplers++)
                {
                    mixed[i, j] += bySamplers[samplers] * half[samplers, j];
                }
            }
        }

        return mixed;
    }
}

/// <summary>What a site risks with a staffing.</summary>
/// <param name="TooLong">Probability that its 90 % wait is over the target.</param>
/// <param name="Late">Mean number of people who come and are not tested in time.</param>
/// <param name="LateVariance">Its variance by absences.</param>
internal readonly record struct SiteRisk(double TooLong, double Late, double LateVariance)
{
    /// <summary>Summed over sites, what is at most −ln of the probability that no site fails.</summary>
    public double Weight => TooLong >= 1 ? double.PositiveInfinity : -Math.Log(1 - TooLong);
}

/// <summary>Probabilities of how many of those planned come.</summary>
/// <param name="absence">Probability that one is absent, 0 to 1.</param>
internal sealed class AbsenceShares(double absence)
{
    private readonly List<double[]> _shares = [];

    /// <summary>The probability of each number of people who come.</summary>
    /// <param name="planned">People planned; 0 or more.</param>
    public double[] Of(int planned)
    {
        while (_shares.Count <= planned)
        {
            int count = _shares.Count;
            _shares.Add([.. Enumerable.Range(0, count + 1).Select(present => Binomial.PMF(1 - absence, count, present))]);
        }

        return _shares[planned];
    }
}
