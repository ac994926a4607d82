using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Twin.Page.Tests.Browsing;

/// <summary>The checks of axe-core: WCAG up to 2.2 AA and its best practices.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it is now, a line each.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">What it shows, for the message.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string view)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        JsonElement answer = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`))
            """);
        return [.. answer.EnumerateArray().Select(line => $"[{view}] {line.GetString()}")];
    }
}
