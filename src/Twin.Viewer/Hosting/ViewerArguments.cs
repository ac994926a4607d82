using System.Globalization;
using System.Net;

namespace Twin.Viewer.Hosting;

/// <summary>The command line of the viewer as a program of its own.</summary>
/// <param name="Gateway">Where a silo takes clients.</param>
/// <param name="Urls">Where the viewer listens.</param>
/// <param name="Wait">How long it waits for a silo that is still starting.</param>
internal sealed record ViewerArguments(DnsEndPoint Gateway, IReadOnlyList<string> Urls, TimeSpan Wait)
{
    /// <summary>How it is called.</summary>
    public const string Usage = "Twin.Viewer --gateway HOST:PORT [--urls URL[;URL]] [--wait SECONDS]";

    private const string DefaultUrl = "http://127.0.0.1:5081";
    private const string DefaultWait = "30";
    private const int LongestWait = 3_600;

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="errors">What is wrong, a line each.</param>
    /// <returns>The arguments; null when something is wrong.</returns>
    public static ViewerArguments? Parse(IReadOnlyList<string> arguments, out IReadOnlyList<string> errors)
    {
        List<string> wrong = [];
        errors = wrong;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int at = 0; at < arguments.Count; at++)
        {
            (string name, string? value) = arguments[at].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[at], null);
            if (name is not ("--gateway" or "--urls" or "--wait"))
            {
                wrong.Add(Describe("arguments", $"\"{name}\"", Usage));
            }
            else if ((value ?? (at + 1 < arguments.Count ? arguments[++at] : null)) is not { } text)
            {
                wrong.Add(Describe(name, "no value", Usage));
            }
            else if (!values.TryAdd(name, text))
            {
                wrong.Add(Describe(name, "the option twice", "the option once"));
            }
        }

        DnsEndPoint? gateway = ReadGateway(values.GetValueOrDefault("--gateway"), wrong);
        string[] urls = values.GetValueOrDefault("--urls", DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        wrong.AddRange(urls.Select(LoopbackAddress.Refusal).OfType<string>().Select(refusal => $"--urls: {refusal}"));
        string waitText = values.GetValueOrDefault("--wait", DefaultWait);
        if (!int.TryParse(waitText, NumberStyles.None, CultureInfo.InvariantCulture, out int wait) || wait > LongestWait)
        {
            wrong.Add(Describe("--wait", $"\"{waitText}\"", $"whole seconds, 0 to {LongestWait.ToString(CultureInfo.InvariantCulture)}"));
        }

        return wrong.Count == 0 ? new ViewerArguments(gateway!, urls, TimeSpan.FromSeconds(wait)) : null;
    }

    private static DnsEndPoint? ReadGateway(string? text, List<string> wrong)
    {
        if (text is not null && text.LastIndexOf(':') is > 0 and var colon
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= IPEndPoint.MaxPort)
        {
            return new DnsEndPoint(text[..colon].Trim('[', ']'), port);
        }

        wrong.Add(Describe("--gateway", text is null ? "nothing" : $"\"{text}\"", "HOST:PORT of a silo's gateway, such as 127.0.0.1:30000"));
        return null;
    }

    private static string Describe(string where, string found, string allowed) => $"{where}: found {found}; allowed: {allowed}";
}
