using Twin.Experiments.Staffing.Observing;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>What a site risks if some of its staff go home at the end of a shift.</summary>
/// <remarks>Who stays and who goes are absent independently: both are summed exactly. Only numbers of staff that may be worth their cost are kept.</remarks>
internal sealed class ShiftRisks
{
    private const double HopelessRisk = 0.5;
    private const double NegligibleRisk = 1e-6;
    private const double NegligibleShare = 1e-10;

    private readonly ShiftNeeds _needs;
    private readonly AbsenceShares _shares;
    private readonly float[] _tooLong;
    private readonly float[] _late;
    private readonly float[] _lateVariance;

    /// <summary>Sums over absences.</summary>
    /// <param name="needs">How the site fares with those present.</param>
    /// <param name="whole">What is risked if all stay: it says which numbers are worth a look.</param>
    /// <param name="shares">How many of those planned come.</param>
    public ShiftRisks(ShiftNeeds needs, SiteRisks whole, AbsenceShares shares)
    {
        (_needs, _shares) = (needs, shares);
        Samplers = Worth(whole.Samplers, samplers => whole.Whole(samplers, whole.Desks.Last).TooLong);
        Desks = Worth(whole.Desks, desks => whole.Whole(whole.Samplers.Last, desks).TooLong);
        int cells = (Samplers.Last - Samplers.First + 1) * (Samplers.Last + 1) * (Desks.Last - Desks.First + 1) * (Desks.Last + 1);
        (_tooLong, _late, _lateVariance) = (new float[cells], new float[cells], new float[cells]);
        Mix();
    }

    /// <summary>The shift.</summary>
    public StaffShift Shift => _needs.Shift;

    /// <summary>Samplers planned that are worth a look, first and last.</summary>
    public (int First, int Last) Samplers { get; }

    /// <summary>Desks planned that are worth a look.</summary>
    public (int First, int Last) Desks { get; }

    /// <summary>What is risked.</summary>
    /// <param name="samplers">Samplers planned; fewer than the first are taken to fail, more than the last are as good as the last.</param>
    /// <param name="samplersStaying">Those of them who stay.</param>
    /// <param name="desks">Desks planned.</param>
    /// <param name="desksStaying">Those of them that stay.</param>
    public SiteRisk Of(int samplers, int samplersStaying, int desks, int desksStaying)
    {
        (int n, int m) = (Math.Clamp(samplers, Samplers.First, Samplers.Last), Math.Clamp(desks, Desks.First, Desks.Last));
        int at = At(n, Math.Min(samplersStaying, n), m, Math.Min(desksStaying, m));
        return new SiteRisk(samplers < Samplers.First || desks < Desks.First ? 1 : _tooLong[at], _late[at], _lateVariance[at]);
    }

    private static (int First, int Last) Worth((int First, int Last) all, Func<int, double> risk)
    {
        int first = all.First;
        while (first < all.Last && risk(first) > HopelessRisk)
        {
            first++;
        }

        int last = first;
        while (last < all.Last && risk(last) > NegligibleRisk)
        {
            last++;
        }

        return (first, last);
    }

    private int At(int samplers, int samplersStaying, int desks, int desksStaying) =>
        ((((((samplers - Samplers.First) * (Samplers.Last + 1)) + samplersStaying) * (Desks.Last - Desks.First + 1)) + desks - Desks.First) * (Desks.Last + 1)) + desksStaying;

    private void Mix()
    {
        double[] tooLong = new double[_needs.DeskCells];
        double[] late = new double[_needs.DeskCells];
        double[] square = new double[_needs.DeskCells];
        for (int samplers = Samplers.First; samplers <= Samplers.Last; samplers++)
        {
            for (int staying = 0; staying <= samplers; staying++)
            {
                Array.Clear(tooLong);
                Array.Clear(late);
                Array.Clear(square);
                OverSamplers(samplers, staying, tooLong, late, square);
                for (int desks = Desks.First; desks <= Desks.Last; desks++)
                {
                    for (int desksStaying = 0; desksStaying <= desks; desksStaying++)
                    {
                        OverDesks(At(samplers, staying, desks, desksStaying), desks, desksStaying, tooLong, late, square);
                    }
                }
            }
        }
    }

    /// <summary>Sums over absences of samplers, for every number of desks present.</summary>
    private void OverSamplers(int planned, int staying, double[] tooLong, double[] late, double[] square)
    {
        double[] stay = _shares.Of(staying);
        double[] go = _shares.Of(planned - staying);
        for (int stayed = 0; stayed < stay.Length; stayed++)
        {
            for (int gone = 0; gone < go.Length; gone++)
            {
                double share = stay[stayed] * go[gone];
                if (share < NegligibleShare)
                {
                    continue;
                }

                bool fails = stayed + gone < _needs.Samplers.First;
                int present = Math.Clamp(stayed + gone, _needs.Samplers.First, _needs.Samplers.Last);
                int first = _needs.At(present, Math.Min(stayed, present), _needs.Desks.First, 0);
                for (int i = 0; i < tooLong.Length; i++)
                {
                    double people = _needs.Late(first + i);
                    tooLong[i] += share * (fails ? 1 : _needs.TooLong(first + i));
                    late[i] += share * people;
                    square[i] += share * people * people;
                }
            }
        }
    }

    private void OverDesks(int at, int planned, int staying, double[] tooLong, double[] late, double[] square)
    {
        double[] stay = _shares.Of(staying);
        double[] go = _shares.Of(planned - staying);
        (double failed, double mean, double squares) = (0, 0, 0);
        for (int stayed = 0; stayed < stay.Length; stayed++)
        {
            for (int gone = 0; gone < go.Length; gone++)
            {
                double share = stay[stayed] * go[gone];
                int present = Math.Clamp(stayed + gone, _needs.Desks.First, _needs.Desks.Last);
                int i = ((present - _needs.Desks.First) * (_needs.Desks.Last + 1)) + Math.Min(stayed, present);
                failed += share * (stayed + gone < _needs.Desks.First ? 1 : tooLong[i]);
                mean += share * late[i];
                squares += share * square[i];
            }
        }

        (_tooLong[at], _late[at], _lateVariance[at]) = ((float)failed, (float)mean, (float)Math.Max(0, squares - (mean * mean)));
    }
}
