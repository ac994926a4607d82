using Microsoft.Extensions.Hosting;

namespace Twin.Viewer.Page;

/// <summary>Compresses the page's files beside the start of the server.</summary>
/// <param name="page">The files.</param>
internal sealed class PageWarming(PageFiles page) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(page.Warm, stoppingToken);
}
