using System.CommandLine;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Scenarios;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

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
        Command command = new("validate", "Checks scenario and experiment files, the files that they name, and whether the district can give what they ask for.")
        {
            Files, Seed, Scale, Sets, Language, Quiet,
        };
        command.SetAction(parsed => parsed.GetRequiredValue(Files).Select(path => Check(path, parsed)).ToArray().All(valid => valid) ? ExitCode.Success : ExitCode.InvalidInput);
        return command;
    }

    private static bool Check(string path, ParseResult parsed)
    {
        IReadOnlyList<string> wrong = Faults(path, parsed);
        foreach (string line in wrong)
        {
            Console.Error.WriteLine($"twin: {line}");
        }

        if (wrong.Count == 0 && !parsed.GetValue(Quiet))
        {
            Console.Out.WriteLine($"{path}: valid");
        }

        return wrong.Count == 0;
    }

    private static IReadOnlyList<string> Faults(string path, ParseResult parsed)
    {
        try
        {
            if (IsExperiment(path))
            {
                if (parsed.GetValue(Sets) is { Length: > 0 } sets)
                {
                    throw InputException.At("--set", $"{OptionValue.Quoted(sets[0])} for the experiment {OptionValue.Quoted(path)}", "scenarios only: an experiment file has its own changes, in its key set");
                }

                Sweep sweep = SweepReader.Read(path, ScenarioFiles.Open, new SweepChanges(parsed.GetValue(Seed), parsed.GetValue(Scale)));
                new SweepPlans(sweep).Check(CancellationToken.None);
                LeftOutNote.Told(sweep.Base, parsed.GetRequiredValue(Language), parsed.GetValue(Quiet));
                FormerKeysNote.Tell(sweep, parsed.GetRequiredValue(Language), parsed.GetValue(Quiet));
            }
            else
            {
                Scenario scenario = ScenarioFiles.Read(path, parsed.GetValue(Sets) ?? [], parsed.GetValue(Seed), parsed.GetValue(Scale));
                _ = ActivityRun.Of(LeftOutNote.Told(scenario, parsed.GetRequiredValue(Language), parsed.GetValue(Quiet)), path, false, []);
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
