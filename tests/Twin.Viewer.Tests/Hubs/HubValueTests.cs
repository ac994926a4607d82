using System.Text.Json;
using Twin.Grains.Live;
using Twin.Viewer.Hubs;

namespace Twin.Viewer.Tests.Hubs;

public sealed class HubValueTests
{
    [Fact]
    public void Value_HalfASurrogatePair_IsRefusedAsTheCallersFault()
    {
        object half = JsonElement.Parse("\"\\ud800\"");
        object list = JsonElement.Parse("[\"\\ud800\"]");
        Assert.Equal("run: half a surrogate pair", Found(() => HubValue.Run(half)));
        Assert.Equal("area: half a surrogate pair", Found(() => HubValue.Area(half)));
        Assert.Equal("after: half a surrogate pair", Found(() => HubValue.After(half)));
        Assert.Equal("topics[0]: half a surrogate pair", Found(() => HubValue.Topics(list)));
    }

    private static string Found(Func<object> read) => Assert.Throws<LiveInputException>(read).Errors.Select(error => $"{error.Path}: {error.Found}").Single();
}
