using System.Text;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Reads scenarios and the files that they name from disk.</summary>
public static class ScenarioFiles
{
    /// <summary>Longest file that is read, bytes: a file of arrivals of a large district has some 40 MB.</summary>
    private const int LongestBytes = 512 * 1024 * 1024;

    /// <summary>Reads a scenario, with the roster that it names.</summary>
    /// <param name="path">Its path, as the user gave it.</param>
    /// <param name="sets">Changes to it, <c>path=value</c> each.</param>
    /// <param name="seed">What <c>--seed</c> gives; null for the scenario's.</param>
    /// <param name="scale">What <c>--scale</c> gives; null for the scenario's.</param>
    /// <exception cref="InputException">There is no readable file.</exception>
    /// <exception cref="ScenarioFormatException">It is not a valid scenario.</exception>
    public static Scenario Read(string path, IReadOnlyList<string> sets, ulong? seed = null, double? scale = null)
    {
        const string Allowed = "the path of a scenario file (YAML), such as scenarios/mass-testing-small.yaml";
        if (Directory.Exists(path))
        {
            throw InputException.At("SCENARIO", $"the folder {OptionValue.Quoted(path)}", Allowed);
        }

        if (!File.Exists(path))
        {
            throw InputException.At("SCENARIO", $"no file {OptionValue.Quoted(path)}", Allowed);
        }

        try
        {
            List<ScenarioChange> changes = [.. ScenarioChange.OfSets(sets)];
            changes.AddRange(seed is { } ofSeed ? [ScenarioChange.OfSeed(ofSeed)] : []);
            changes.AddRange(scale is { } ofScale ? [ScenarioChange.OfScale(ofScale)] : []);
            return StaffRosterFile.Into(new ScenarioTemplate(path, Open).With(changes), path, sets);
        }
        catch (IOException failure)
        {
            throw InputException.At("SCENARIO", $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", Allowed);
        }
    }

    /// <summary>A file's text.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read, is too long, or is not UTF-8.</exception>
    public static string Open(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using MemoryStream bytes = new();
            byte[] block = new byte[81_920];
            int count;
            while ((count = file.Read(block)) > 0)
            {
                bytes.Write(block, 0, count);
                if (bytes.Length > LongestBytes)
                {
                    throw new IOException($"it is longer than {LongestBytes} bytes");
                }
            }

            bytes.Position = 0;
            using StreamReader reader = new(bytes, new UTF8Encoding(false, true));
            return reader.ReadToEnd();
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new IOException(failure.Message, failure);
        }
        catch (DecoderFallbackException failure)
        {
            throw new IOException("it is not UTF-8 text", failure);
        }
    }
}
