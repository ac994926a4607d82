using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Routing;

namespace Twin.Viewer.Page;

/// <summary>The page's files, out of the assembly: there is nothing to find at run time.</summary>
internal sealed class PageFiles
{
    private const string Folder = "wwwroot/";
    private const string Start = "index.html";

    private static readonly Dictionary<string, (string Type, bool IsText)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = ("text/html; charset=utf-8", true),
        [".css"] = ("text/css; charset=utf-8", true),
        [".js"] = ("text/javascript; charset=utf-8", true),
        [".mjs"] = ("text/javascript; charset=utf-8", true),
        [".json"] = ("application/json", true),
        [".webmanifest"] = ("application/manifest+json", true),
        [".svg"] = ("image/svg+xml", true),
        [".txt"] = ("text/plain; charset=utf-8", true),
        [".license"] = ("text/plain; charset=utf-8", true),
        [".png"] = ("image/png", false),
        [".ico"] = ("image/x-icon", false),
        [".woff2"] = ("font/woff2", false),
    };

    private readonly Dictionary<string, SharedContent> _files;

    /// <summary>Files by their path in the page's folder.</summary>
    /// <param name="files">The files.</param>
    public PageFiles(IEnumerable<(string Path, byte[] Bytes)> files) => _files = files.ToDictionary(file => file.Path, file => Content(file.Path, file.Bytes), StringComparer.Ordinal);

    /// <summary>Paths of the files.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>The files of this assembly.</summary>
    public static PageFiles Embedded()
    {
        Assembly assembly = typeof(PageFiles).Assembly;
        return new PageFiles(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (name[Folder.Length..].Replace('\\', '/'), Read(assembly, name))));
    }

    /// <summary>Maps each file; other paths stay unknown.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        string[] reads = [HttpMethods.Get, HttpMethods.Head];
        foreach ((string path, SharedContent content) in _files)
        {
            routes.MapMethods($"/{path}", reads, content.WriteAsync).ExcludeFromDescription();
            if (path == Start)
            {
                routes.MapMethods("/", reads, content.WriteAsync).ExcludeFromDescription();
            }
        }
    }

    /// <summary>Compresses all, the largest first, so that nobody waits for it.</summary>
    public void Warm()
    {
        foreach (SharedContent content in _files.Values.OrderByDescending(content => content.Length))
        {
            content.Warm();
        }
    }

    private static SharedContent Content(string path, byte[] bytes)
    {
        (string type, bool isText) = Types.GetValueOrDefault(Path.GetExtension(path), ("application/octet-stream", false));
        return new SharedContent(bytes, type, isText ? CompressionLevel.SmallestSize : null);
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
