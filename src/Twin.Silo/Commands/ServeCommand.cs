using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Twin.Silo.Serving;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin serve</c>: hosts the silo, the endpoints, the hub and the page in one process, on one port.</summary>
internal static class ServeCommand
{
    private const double SpeedDefault = 600;

    private static readonly Argument<string?> ScenarioFile = new("SCENARIO")
    {
        Description = "Path of a scenario file (YAML) of which a run is started at once.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<Uri> Urls = new("--urls")
    {
        Description = "Address to listen at: on the loopback interface, such as http://127.0.0.1:5080.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
        CustomParser = ReadUrl,
    };

    private static readonly Option<double> Speed = new("--speed")
    {
        Description = "Simulated seconds per second, 1 to 10000, or max for as fast as it goes.",
        HelpName = "NUMBER|max",
        DefaultValueFactory = _ => SpeedDefault,
        CustomParser = ReadSpeed,
    };

    private static readonly Option<bool> Paused = OptionValue.Flag("--paused", "The run waits once its grains are active.");

    private static readonly Option<int?> Gateway = OptionValue.Number("--gateway", "Port of the Orleans gateway, for a viewer on its own", 1, 65_535);

    private static readonly Option<string?> Journals = OptionValue.Path("--journals", "Folder of the runs' input journals (default out/inputs).", "DIR");

    private static readonly Option<bool> Open = OptionValue.Flag("--open", "Opens the page in a browser.");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("serve", "Serves runs to a page: to watch, to stop, to look inside any grain, and to intervene.")
        {
            ScenarioFile, Urls, Speed, Seed, Scale, Sets, Paused, Gateway, Journals, Open,
        };
        command.SetAction(parsed => new ServeSession(Read(parsed), interruption).RunAsync());
        return command;
    }

    private static ServeOptions Read(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetValue(ScenarioFile),
        Url = parsed.GetRequiredValue(Urls),
        Speed = parsed.GetValue(Speed) is var speed && double.IsPositiveInfinity(speed) ? null : speed,
        Seed = parsed.GetValue(Seed),
        Scale = parsed.GetValue(Scale),
        Sets = parsed.GetValue(Sets) ?? [],
        Paused = parsed.GetValue(Paused),
        Gateway = parsed.GetValue(Gateway),
        Journals = parsed.GetValue(Journals) ?? Path.Combine("out", "inputs"),
        Open = parsed.GetValue(Open),
    };

    private static Uri ReadUrl(ArgumentResult result)
    {
        string found = result.Tokens[0].Value;
        if (Uri.TryCreate(found, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && url.PathAndQuery == "/")
        {
            return url;
        }

        result.AddError(InputException.Describe(
            "--urls", OptionValue.Quoted(found), "an address of this machine alone, such as http://127.0.0.1:5080: nobody is asked who they are yet, so no other is served"));
        return new Uri("http://127.0.0.1");
    }

    /// <summary>The speed; infinite for max, since a parser that returns nothing has failed.</summary>
    private static double ReadSpeed(ArgumentResult result)
    {
        string found = result.Tokens[0].Value;
        if (found == "max")
        {
            return double.PositiveInfinity;
        }

        if (double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed is >= 1 and <= 10_000)
        {
            return speed;
        }

        result.AddError(InputException.Describe("--speed", OptionValue.Quoted(found), "a number from 1 to 10000, or max"));
        return SpeedDefault;
    }
}
