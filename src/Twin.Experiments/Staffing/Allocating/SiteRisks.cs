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
        _tooLong = Mix(needs.TooLong, absence);
        _late = Mix(needs.Late, absence);
        double[,] square = Mix((samplers, desks) => Math.Pow(needs.Late(samplers, desks), 2), absence);
        _lateVariance = square;
        for (int i = 0; i < square.GetLength(0); i++)
        {
            for (int j = 0; j < square.GetLength(1); j++)
            {
                _lateVariance[i, j] = Math.Max(0, square[i, j] - (_late[i, j] * _late[i, j]));
            }
        }
    }

    /// <summary>Samplers that may be planned, first and last.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks that may be planned, first and last.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>Factor on the probability of too long a wait, learnt from whole days; 1 at first.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>What is risked.</summary>
    /// <param name="samplers">Samplers planned; fewer than the first are certain to fail, more than the last are as good as the last.</param>
    /// <param name="desks">Desks planned.</param>
    public SiteRisk Of(int samplers, int desks)
    {
        int i = Math.Clamp(samplers, Samplers.First, Samplers.Last) - Samplers.First;
        int j = Math.Clamp(desks, Desks.First, Desks.Last) - Desks.First;
        double tooLong = samplers < Samplers.First || desks < Desks.First ? 1 : Math.Min(1, Factor * _tooLong[i, j]);
        return new SiteRisk(tooLong, _late[i, j], _lateVariance[i, j]);
    }

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

    private double[,] Mix(Func<int, int, double> present, double absence)
    {
        double[][] bySamplers = [.. Enumerable.Range(Samplers.First, Samplers.Last - Samplers.First + 1).Select(planned => Shares(planned, absence))];
        double[][] byDesks = [.. Enumerable.Range(Desks.First, Desks.Last - Desks.First + 1).Select(planned => Shares(planned, absence))];
        double[,] half = new double[Samplers.Last + 1, byDesks.Length];
        for (int samplers = 0; samplers <= Samplers.Last; samplers++)
        {
            for (int j = 0; j < byDesks.Length; j++)
            {
                for (int desks = 0; desks < byDesks[j].Length; desks++)
                {
                    half[samplers, j] += byDesks[j][desks] * present(samplers, desks);
                }
            }
        }

        double[,] mixed = new double[bySamplers.Length, byDesks.Length];
        for (int i = 0; i < bySamplers.Length; i++)
        {
            for (int j = 0; j < byDesks.Length; j++)
            {
                for (int samplers = 0; samplers < bySamplers[i].Length; samplers++)
                {
                    mixed[i, j] += bySamplers[i][samplers] * half[samplers, j];
                }
            }
        }

        return mixed;
    }

    private static double[] Shares(int planned, double absence)
    {
        double[] shares = new double[planned + 1];
        for (int present = 0; present <= planned; present++)
        {
            shares[present] = Binomial.PMF(1 - absence, planned, present);
        }

        return shares;
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
