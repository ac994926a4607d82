using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Twin.Silo.Tests;

/// <summary>Dependencies between the projects point one way, as docs/architecture.md has them.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Model = Assembly.Load("Twin.Model");
    private static readonly Assembly Kernel = Assembly.Load("Twin.Kernel");
    private static readonly Assembly Experiments = Assembly.Load("Twin.Experiments");
    private static readonly Assembly Grains = Assembly.Load("Twin.Grains");
    private static readonly Assembly Viewer = Assembly.Load("Twin.Viewer");
    private static readonly Assembly Silo = Assembly.Load("twin");

    private static readonly Architecture Architecture = new ArchLoader()
        .LoadAssemblies(Model, Kernel, Experiments, Grains, Viewer, Silo)
        .Build();

    [Theory]
    [InlineData("Twin.Model")]
    [InlineData("Twin.Kernel", "Twin.Model")]
    [InlineData("Twin.Experiments", "Twin.Model", "Twin.Kernel")]
    [InlineData("Twin.Grains", "Twin.Model")]
    [InlineData("Twin.Viewer", "Twin.Grains", "Twin.Model")]
    public void Project_DependsOn_ProjectsBelowItOnly(string project, params string[] allowed)
    {
        string[] used = [.. Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Twin", StringComparison.OrdinalIgnoreCase))];
        Assert.All(used, name => Assert.Contains(name, allowed));
    }

    [Theory]
    [InlineData("Twin.Model")]
    [InlineData("Twin.Kernel")]
    [InlineData("Twin.Experiments")]
    public void Project_KnowsNeitherOrleansNorAspNet(string project)
    {
        string[] used = [.. Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)];
        Assert.DoesNotContain(used, name => name.StartsWith("Orleans", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Model_TouchesNoFileNetworkOrProcess() => Types().That().ResideInAssembly(Model)
        .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching(
            @"^System\.(IO\.(File|Directory|FileStream|FileInfo)|Console|Environment|Net\..*|Diagnostics\.(Process|Stopwatch))$"))
        .Because("the model does no I/O and reads no clock")
        .Check(Architecture);

    [Fact]
    public void Grains_KnowNeitherKernelNorReport() => Types().That().ResideInAssembly(Grains)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Kernel, Experiments, Silo, Viewer))
        .Because("an engine does not know the other, nor who uses it")
        .Check(Architecture);

    [Fact]
    public void Viewer_UsesInterfacesAndMessagesOfGrainsOnly() => Types().That().ResideInAssembly(Viewer)
        .Should().NotDependOnAny(Classes().That().ResideInAssembly(Grains).And().HaveNameEndingWith("Grain"))
        .Because("the viewer talks to grains through their interfaces")
        .WithoutRequiringPositiveResults()
        .Check(Architecture);

    [Fact]
    public void Viewer_KnowsOfTheModelWhatIsShownOnly() => Types().That().ResideInAssembly(Viewer)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Model).And().DoNotResideInNamespace("Twin.Model.Live").And().DoNotHaveName("EntityKind"))
        .Because("frames and legends follow from the descriptions of live measures")
        .Check(Architecture);

    [Fact]
    public void Silo_IsUsedByNobody() => Types().That().ResideInAssembly(Model, Kernel, Experiments, Grains, Viewer)
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Silo))
        .Check(Architecture);
}
