using Twin.Benchmarks;

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
if (args is ["viewers", string url, string seconds])
{
    await ViewerSuite.ViewersAsync(new Uri(url), int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args.Length == 0 || args.Any(name => name != "all" && !suites.ContainsKey(name)))
{
    Console.Error.WriteLine($"usage: Twin.Benchmarks SUITE…; found: {(args.Length == 0 ? "nothing" : string.Join(' ', args))}; allowed: all, {string.Join(", ", suites.Keys)}");
    return 2;
}

bool hold = true;
foreach (string name in args.Contains("all") ? suites.Keys : (IEnumerable<string>)args)
{
    Report report = new(name);
    suites[name](report);
    report.Print();
    report.Write(Path.Combine("bench", "results"));
    hold &= report.AllHold;
}

return hold ? 0 : 1;
