using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Grains.Live;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>A run's input journal: JSON lines, first which run it is, then each input in order with its simulated time. docs/scenarios.md describes it.</summary>
/// <param name="path">The file; made with the first input.</param>
/// <param name="header">Which run it is.</param>
public sealed class InputJournal(string path, InputJournalHeader header) : IInputJournal
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = "twin-inputs/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 8,
    };

    private FileStream? _file;

    /// <inheritdoc/>
    public void Append(JournalEntry entry)
    {
        if (_file is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            WriteLine(header);
        }

        WriteLine(entry);
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    /// <summary>Reads a journal.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InputException">It cannot be read, or is not a journal.</exception>
    public static (InputJournalHeader Header, IReadOnlyList<TimedInput> Inputs) Read(string path)
    {
        string[] lines = Lines(path);
        InputJournalHeader header = Parse<InputJournalHeader>(path, 1, lines.Length == 0 ? "" : lines[0]);
        if (header.Schema != Schema)
        {
            throw InputException.At($"{path}:1: schema", OptionValue.Quoted(header.Schema), Schema);
        }

        List<TimedInput> inputs = [];
        for (int line = 1; line < lines.Length; line++)
        {
            JournalEntry entry = Parse<JournalEntry>(path, line + 1, lines[line]);
            long least = inputs.Count == 0 ? 0 : inputs[^1].At;
            if (entry.Seq != line || entry.At < least)
            {
                throw InputException.At($"{path}:{line + 1}", $"seq {entry.Seq} at {entry.At} ms", $"seq {line} at {least} ms or later: inputs in order, none missing");
            }

            inputs.Add(new TimedInput(entry.At, ReadInput(path, line + 1, entry.Input)));
        }

        return (header, inputs);
    }

    private static RunInput ReadInput(string path, int line, LiveInput input)
    {
        try
        {
            return LiveInputs.Read(input);
        }
        catch (LiveInputException wrong)
        {
            throw new InputException([.. wrong.Errors.Select(error => InputException.Describe($"{path}:{line}: input.{error.Path}", error.Found, error.Allowed))]);
        }
    }

    private static string[] Lines(string path)
    {
        try
        {
            return ScenarioFiles.Open(path).TrimEnd('\n').Split('\n');
        }
        catch (IOException failure)
        {
            throw InputException.At("--inputs", $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", "a run's input journal (JSON lines)");
        }
    }

    private static T Parse<T>(string path, int line, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("nothing");
        }
        catch (JsonException failure)
        {
            throw InputException.At($"{path}:{line}", $"a line that cannot be read ({failure.Message})", line == 1 ? $"a header with schema {Schema}" : "an input with seq, at and input");
        }
    }

    private void WriteLine<T>(T value)
    {
        _file!.Write(JsonSerializer.SerializeToUtf8Bytes(value, Options));
        _file.WriteByte((byte)'\n');
    }
}

/// <summary>The first line of a journal: which run it is.</summary>
/// <param name="Schema"><see cref="InputJournal.Schema"/>.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Scale">Share of the district.</param>
/// <param name="Set">Changes to keys of the scenario, <c>path=value</c> each.</param>
public sealed record InputJournalHeader(string Schema, string Scenario, ulong Seed, double Scale, IReadOnlyList<string> Set);
