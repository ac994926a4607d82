using System.Text.Json;

namespace Twin.Silo.Tests.Serving;

public sealed class ServeSpeedTests
{
    [Fact]
    public async Task Serve_SpeedMax_RunsToItsEndAsFastAsItGoes()
    {
        using Folder folder = new();
        await using ServedTwin served = await ServedTwin.ServeAsync(folder, TwinProcess.Scenario("mass-testing-small"), "--speed", "max");
        JsonElement run = await served.UntilAsync(run => run.GetProperty("state").GetString() == "ended");
        Assert.Equal(JsonValueKind.Null, run.GetProperty("speed").ValueKind);
        Assert.Equal(run.GetProperty("expected").GetInt32(), run.GetProperty("tested").GetInt32());
    }
}
