namespace Twin.Model.Scenarios;

/// <summary>Reads a scenario file, those that it extends, and what the command line sets.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="open">Gives the text of a file by its path; throws <see cref="FileNotFoundException"/> or another <see cref="IOException"/>.</param>
    /// <param name="sets">Values laid over the file's, each <c>path=value</c>, such as <c>testing.staff.samplers=1900</c> or
    /// <c>disruptions.0.at=08:00+08:00</c>; the value is YAML.</param>
    /// <returns>The scenario: a key that is left out has its default.</returns>
    /// <exception cref="ScenarioFormatException">A file or setting is wrong; it holds every error.</exception>
    public static Scenario Read(string path, Func<string, string> open, IReadOnlyList<string> sets)
    {
        return new ScenarioTemplate(path, open).With(sets);
    }
}
