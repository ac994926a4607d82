using Twin.Benchmarks;
using Twin.Benchmarks.Viewing;

Dictionary<string, Action<Report>> suites = new(StringComparer.Ordinal)
{
    ["yardstick"] = YardstickSuite.Run,
    ["kernel"] = KernelSuite.Run,
    ["growth"] = KernelSuite.Growth,
    ["grains"] = GrainSuite.Run,
    ["activation"] = GrainSuite.Activation,
    ["generation"] = GenerationSuite.Run,
    ["command"] = CommandSuite.Run,
    ["viewer"] = ViewerSuite.Run,
};
if (args is [ViewerProcess.Argument, string url, string run])
{
    await ViewerCrowd.WatchAsync(new Uri(url), run);
    return 0;
}

if (args is ["viewer", "--only", string list])
{
    string[] parts = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    if (parts.Length == 0 || parts.Any(part => !ViewerSuite.Parts.ContainsKey(part)))
    {
        Console.Error.WriteLine($"--only; found: {list}; allowed: one or more of {string.Join(',', ViewerSuite.Parts.Keys)}");
        return 2;
    }

    return Measure($"viewer-{string.Join('-', parts)}", report => ViewerSuite.Run(report, parts)) ? 0 : 1;
}

if (args.Length == 0 || args.Any(name => name != "all" && !suites.ContainsKey(name)))
{
    Console.Error.WriteLine(
        $"usage: Twin.Benchmarks SUITE… | viewer --only PART,…; found: {(args.Length == 0 ? "nothing" : string.Join(' ', args))}; "
        + $"allowed: all, {string.Join(", ", suites.Keys)}; parts of viewer: {string.Join(", ", ViewerSuite.Parts.Keys)}");
    return 2;
}

bool hold = true;
foreach (string name in args.Contains("all") ? suites.Keys : (IEnumerable<string>)args)
{
    hold &= Measure(name, suites[name]);
}

return hold ? 0 : 1;

static bool Measure(string name, Action<Report> suite)
{
    Report report = new(name);
    suite(report);
    report.Print();
    report.Write(Path.Combine("bench", "results"));
    return report.AllHold;
}
