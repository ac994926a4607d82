using Twin.Model.Scenarios.Reading;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios;

/// <summary>A scenario file and those that it extends, read once, to be resolved with many different settings. Immutable: for any number of threads.</summary>
public sealed class ScenarioTemplate
{
    private readonly ErrorList _errors = new();
    private readonly YamlNode? _root;
    private readonly string _path;

    /// <summary>Reads the files.</summary>
    /// <param name="path">The file; errors name it as it is given here.</param>
    /// <param name="open">Gives the text of a file by its path; throws <see cref="FileNotFoundException"/> or another <see cref="IOException"/>.</param>
    /// <remarks>What is wrong in the files is told by <see cref="With(IReadOnlyList{string})"/>, with what is wrong in the settings.</remarks>
    public ScenarioTemplate(string path, Func<string, string> open) => (_path, _root) = (path, new ScenarioFiles(open, _errors).Read(path));

    /// <summary>The scenario with values laid over the file's.</summary>
    /// <param name="sets">Each <c>path=value</c>, the value in YAML; later ones go over earlier ones.</param>
    /// <returns>The scenario: a key that is left out has its default.</returns>
    /// <exception cref="ScenarioFormatException">A file or setting is wrong; it holds every error.</exception>
    public Scenario With(IReadOnlyList<string> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return With([.. ScenarioChange.OfSets(sets)]);
    }

    /// <summary>The scenario with values laid over the file's.</summary>
    /// <param name="changes">The values; later ones go over earlier ones.</param>
    /// <param name="mayIdle">Whether a key that cannot act is left out in every case (<see cref="Scenario.LeftOut"/>), since it may act elsewhere: at another point of a sweep.</param>
    /// <returns>The scenario: a key that is left out has its default.</returns>
    /// <exception cref="ScenarioFormatException">A file or setting is wrong; it holds every error.</exception>
    public Scenario With(IReadOnlyList<ScenarioChange> changes, bool mayIdle = false)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ErrorList errors = new(_errors);
        YamlNode? root = _root;
        for (int i = 0; root is not null && i < changes.Count; i++)
        {
            root = ScenarioSetting.Apply(root, changes[i], errors);
        }

        if (root is not YamlMap map)
        {
            throw new ScenarioFormatException(errors.InOrder);
        }

        KeyedBinder binder = new(typeof(Scenario), errors, ScenarioFiles.Extends);
        Scenario scenario = (Scenario)binder.Bind(map);
        ActingCheck acting = new(scenario, errors, new FileLayers(_path, binder.PlaceIfGiven), !mayIdle);
        YamlMap kept = acting.Check(map);
        if (!ReferenceEquals(kept, map))
        {
            scenario = (Scenario)new KeyedBinder(typeof(Scenario), new ErrorList(), ScenarioFiles.Extends).Bind(kept);
        }

        new ScenarioRules(scenario, errors, binder.PlaceOf).Check();
        errors.ThrowIfAny();
        return scenario with { LeftOut = acting.LeftOut };
    }
}
