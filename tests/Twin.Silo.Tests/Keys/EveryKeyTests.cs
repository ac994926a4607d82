using System.Collections.Concurrent;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Tests.Keys;

public sealed class EveryKeyTests
{
    /// <summary>Keys whose value nothing computes with, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["activity"] = "the beds are of each activity",
    };

    /// <summary>A key that does nothing, and is not refused, is the worst of answers: the planner sees the same table and takes it for one.</summary>
    [Fact]
    public void EveryKeyOfTheSchema_UnderEveryActivity_HasAnEffectOrIsRefused()
    {
        using Folder folder = new();
        ConcurrentBag<string> dead = [];
        ConcurrentDictionary<string, byte> acting = new(StringComparer.Ordinal);
        SchemaKey[] keys = [.. SchemaKeys.All.Where(key => !Exempt.ContainsKey(key.Path))];
        ConcurrentDictionary<string, Lazy<KeyOutcome>> before = new(StringComparer.Ordinal);
        (KeyBed Bed, SchemaKey Key)[] cases = [.. from bed in KeyBed.All(folder) from key in keys select (bed, key)];
        Parallel.ForEach(cases, one =>
        {
            (bool acts, string fault) = Try(one.Bed, one.Key, before);
            if (fault.Length > 0)
            {
                dead.Add($"{one.Bed.Name}: {one.Key.Path}: {fault}");
            }
            else if (acts)
            {
                acting[one.Key.Path] = 0;
            }
        });
        string[] nowhere = [.. keys.Where(key => !key.HasOneWord && !acting.ContainsKey(key.Path)).Select(key => $"{key.Path}: refused under every activity")];
        Assert.True(dead.IsEmpty && nowhere.Length == 0, string.Join('\n', dead.Order(StringComparer.Ordinal).Concat(nowhere)));
    }

    /// <summary>Without it the test above would take a clock time in a text for an effect.</summary>
    [Fact]
    public void SameScenarioTwice_IsTheSameToTheLetter()
    {
        using Folder folder = new();
        Assert.All(KeyBed.All(folder), bed =>
        {
            (KeyOutcome first, KeyOutcome second) = (bed.Run([]), bed.Run([]));
            Assert.Equal(first.Digests, second.Digests);
            Assert.Equal(first.Text.Value, second.Text.Value);
        });
    }

    [Fact]
    public void EveryPathOfTheTable_IsAKeyOfTheSchemaOrAbove() =>
        Assert.All(KeyTable.Paths, path => Assert.Contains(SchemaKeys.All, key => key.Path == path || key.Path.StartsWith(path + ".", StringComparison.Ordinal)));

    private static IReadOnlyList<string> ValuesOf(SchemaKey key) => key.HasOneWord ? ["another"] : KeyTable.ValuesOf(key.Path) ?? key.Values;

    /// <summary>Whether a key acts in a bed; if it neither acts nor is refused, what is wrong.</summary>
    private static (bool Acts, string Fault) Try(KeyBed bed, SchemaKey key, ConcurrentDictionary<string, Lazy<KeyOutcome>> before)
    {
        IReadOnlyList<string> values = ValuesOf(key);
        string found = "no value to try: give it one in KeyTable.Values";
        foreach (string value in values)
        {
            string[] beside = KeyTable.BesideOf(bed.Name, key.Path);
            try
            {
                KeyOutcome with = bed.Run([.. beside, $"{key.Path}={value}"]);
                KeyOutcome without = before.GetOrAdd($"{bed.Name} {string.Join(' ', beside)}", _ => new Lazy<KeyOutcome>(() => bed.Run(beside))).Value;
                if (!with.IsSame(without))
                {
                    return (true, "");
                }

                found = $"{string.Join(", ", values)} have no effect and are not refused: mend the key, or say in KeyTable.Beside what it acts beside";
            }
            catch (ScenarioFormatException refused) when (key.HasOneWord || refused.Errors.Any(error => IsIdle(error, key.Path)))
            {
                return (false, "");
            }
            catch (Exception refused) when (refused is ScenarioFormatException or ScenarioInputException or InputException)
            {
                string words = refused is ScenarioFormatException format ? format.Errors[0].ToString() : refused.Message;
                found = found.Contains("no effect", StringComparison.Ordinal) ? found : $"{value} is refused ({words}): give it another in KeyTable.Values";
            }
        }

        return (false, found);
    }

    private static bool IsIdle(ScenarioError error, string path) => (error.Path == path || path.StartsWith(error.Path + ".", StringComparison.Ordinal)) && error.Found.Contains("which cannot act", StringComparison.Ordinal);
}
