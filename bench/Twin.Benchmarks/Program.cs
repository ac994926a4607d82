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
    ["experiments"] = ExperimentSuite.Run,
    ["coverage"] = CoverageSuite.Run,
};
Dictionary<string, (IEnumerable<string> Names, Action<Report, string[]> Run)> parted = new(StringComparer.Ordinal)
{
    ["viewer"] = (ViewerSuite.Parts.Keys, ViewerSuite.Run),
    ["experiments"] = (ExperimentSuite.Parts.Keys, ExperimentSuite.Run),
    ["coverage"] = (CoverageSuite.Parts.Keys, CoverageSuite.Run),
};
if (args is [ViewerProcess.Argument, string url, string run])
{
    await ViewerCrowd.WatchAsync(new Uri(url), run);
    return 0;
}

if (args is ["cookbook", .. string[] rest])
{
    bool write = rest is ["--write", ..];
    string[] sections = write ? rest[1..] : rest;
    if (sections.All(number => int.TryParse(number, out _)))
    {
        return Cookbook.Check(write, [.. sections.Select(int.Parse)]) ? 0 : 1;
    }
}

if (args is [string parts, "--only", string list] && parted.TryGetValue(parts, out (IEnumerable<string> Names, Action<Report, string[]> Run) suite))
{
    string[] some = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    if (some.Length == 0 || some.Except(suite.Names).Any())
    {
        Console.Error.WriteLine($"--only; found: {list}; allowed: one or more of {string.Join(',', suite.Names)}");
        return 2;
    }

    return Measure($"{parts}-{string.Join('-', some)}", report => suite.Run(report, some)) ? 0 : 1;
}

if (args.Length == 0 || args.Any(name => name != "all" && !suites.ContainsKey(name)))
{
    Console.Error.WriteLine(
        $"usage: Twin.Benchmarks SUITE… | SUITE --only PART,… | cookbook [--write] [SECTION…]; found: {(args.Length == 0 ? "nothing" : string.Join(' ', args))}; "
        + $"allowed: all, {string.Join(", ", suites.Keys)}; {string.Join("; ", parted.Select(pair => $"parts of {pair.Key}: {string.Join(", ", pair.Value.Names)}"))}");
    return 2;
}

bool hold = true;
foreach (string name in args.Contains("all") ? suites.Keys : (IEnumerable<string>)args)
{
    hold &= Measure(name, suites[name]);
}

return hold ? 0 : 1;

static bool Measure(string name, Action<Report> measure)
{
    Report report = new(name);
    measure(report);
    report.Print();
    report.Write(Path.Combine("bench", "results"));
    return report.AllHold;
}
