using Twin.Model.Results;

namespace Twin.Silo.Display;

/// <summary>Shows how far a run is while it goes on.</summary>
public interface IRunDisplay
{
    /// <summary>Does the work and shows its progress.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="meter">Reads progress for people.</param>
    /// <param name="work">The work; it reports to what it is given.</param>
    Task<T> ShowAsync<T>(RunMeter meter, Func<IProgress<RunProgress>?, Task<T>> work);
}
