using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Finds what acts at no point of a sweep: changes of the experiment file, and keys of the scenario file itself.</summary>
internal sealed class IdleSettings
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Idle, string Origin, ScenarioError Refusal)> _idle = new(StringComparer.Ordinal);
    private int _points;

    /// <summary>Counts a point.</summary>
    /// <param name="settings">All changes there, in order.</param>
    /// <param name="leftOut">What was left out there.</param>
    public void Add(IReadOnlyList<Setting> settings, IReadOnlyList<LeftOutKey> leftOut)
    {
        _points++;
        foreach (string origin in settings.Select(setting => setting.Origin).Distinct(StringComparer.Ordinal))
        {
            _given[origin] = _given.GetValueOrDefault(origin) + 1;
        }

        foreach (ScenarioError refusal in leftOut.Select(key => key.Refusal).OfType<ScenarioError>())
        {
            string origin = refusal.File == "--set" && refusal.Line <= settings.Count ? settings[refusal.Line - 1].Origin : "";
            string key = $"{origin} {refusal.Path}";
            _idle[key] = (_idle.GetValueOrDefault(key).Idle + 1, origin, refusal);
        }
    }

    /// <summary>Refuses what acts nowhere: of a factor each key once.</summary>
    /// <param name="faults">Takes what is wrong.</param>
    public void Refuse(KeyedFaults faults)
    {
        HashSet<string> said = [];
        foreach ((int idle, string origin, ScenarioError refusal) in _idle.Values)
        {
            if (origin.Length == 0 && idle == _points)
            {
                faults.Add(refusal);
            }
            else if (origin.Length > 0 && idle == _given[origin] && said.Add($"{string.Join('.', origin.Split('.').Take(2))} {refusal.Path}"))
            {
                faults.Add(origin, $"{refusal.Path}: {refusal.Found}, at every point", refusal.Allowed);
            }
        }
    }
}
