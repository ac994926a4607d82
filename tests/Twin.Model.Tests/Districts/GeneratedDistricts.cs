using System.Collections.Concurrent;
using Twin.Model.Districts;

namespace Twin.Model.Tests.Districts;

/// <summary>Districts of the default specification, each generated once for all tests: they are immutable.</summary>
internal static class GeneratedDistricts
{
    private static readonly ConcurrentDictionary<double, Lazy<District>> ByScale = new();

    public static District Full => At(1);

    public static District Small => At(0.05);

    public static District At(double scale) =>
        ByScale.GetOrAdd(scale, at => new Lazy<District>(() => DistrictGenerator.Generate(new DistrictSpecification(), at))).Value;
}
