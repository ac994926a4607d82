using System.CommandLine;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Scenarios;
using Twin.Silo.Runs;

namespace Twin.Silo.Commands;

/// <summary><c>twin validate</c>: says whether scenarios and experiments would run, and all that is wrong with those that would not.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Files = new("SCENARIO")
    {
        Description = "Paths of scenario or experiment files (YAML): one with the keys scenario and factors is an experiment.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        Command command = new("validate", "Checks scenario and experiment files, the files that they name, and whether the district can give what they ask for.") { Files };
        command.SetAction(parsed => parsed.GetRequiredValue(Files).Select(Check).ToArray().All(valid => valid) ? ExitCode.Success : ExitCode.InvalidInput);
        return command;
    }

    private static bool Check(string path)
    {
        IReadOnlyList<string> wrong = Faults(path);
        foreach (string line in wrong)
        {
            Console.Error.WriteLine($"twin: {line}");
        }

        if (wrong.Count == 0)
        {
            Console.Out.WriteLine($"{path}: valid");
        }

        return wrong.Count == 0;
    }

    private static IReadOnlyList<string> Faults(string path)
    {
        try
        {
            if (IsExperiment(path))
            {
                new SweepPlans(SweepReader.Read(path, ScenarioFiles.Open)).Check(CancellationToken.None);
            }
            else
            {
                _ = ActivityRun.Of(ScenarioFiles.Read(path, []), path, false, []);
            }

            return [];
        }
        catch (InputException input)
        {
            return input.Lines;
        }
        catch (ScenarioFormatException format)
        {
            return [.. format.Errors.Select(error => error.ToString())];
        }
        catch (ScenarioInputException input)
        {
            return [input.Message.StartsWith(path, StringComparison.Ordinal) ? input.Message : $"{path}: {input.Message}"];
        }
    }

    /// <summary>Tells by the keys: a scenario has neither of an experiment's. A file that cannot be read, or understood, is taken for a scenario, whose reading says why.</summary>
    private static bool IsExperiment(string path)
    {
        try
        {
            return File.Exists(path) && KeyedFile.KeysOf(path, ScenarioFiles.Open).Any(key => key is "scenario" or "factors");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
