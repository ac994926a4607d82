using System.Reflection;
using System.Text.Json;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

/// <summary>docs/model.md names every parameter of a mass test.</summary>
public sealed class ModelDocumentTests
{
    [Fact]
    public void Document_NamesEveryParameterOfAMassTest()
    {
        string text = File.ReadAllText(Find("docs/model.md"));
        string[] keys = [.. Keys(typeof(MassTestingParameters)).Distinct()];
        Assert.True(keys.Length > 60, $"only {keys.Length} keys");
        Assert.DoesNotContain(keys, key => !text.Contains($"`{key}`", StringComparison.Ordinal) && !text.Contains($".{key}`", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(Type record)
    {
        foreach (PropertyInfo property in record.GetProperties().Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null))
        {
            Type type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            string[] inner = type.Namespace!.StartsWith("Twin.Model", StringComparison.Ordinal) && type.IsClass ? [.. Keys(type)] : [];
            if (inner.Length == 0)
            {
                yield return JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            }

            foreach (string key in inner)
            {
                yield return key;
            }
        }
    }

    private static string Find(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new FileNotFoundException($"{path} is not above {AppContext.BaseDirectory}.");
    }
}
