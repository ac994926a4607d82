using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Http;

public sealed class EntityRoutesTests
{
    [Theory]
    [InlineData("districts/JB", "district", "acknowledgedAt,orderedAt,rolesAssignedAt")]
    [InlineData("streets/AA", "street", "acknowledgedAt,orderedAt,rolesAssignedAt")]
    [InlineData("communities/AA-02", "community", "acknowledgedAt,orderedAt,rolesAssignedAt")]
    [InlineData("compounds/AA-01-C01", "compound", "acknowledgedAt,orderedAt,rolesAssignedAt")]
    [InlineData("base-grids/AA-01-02", "baseGrid", "acknowledgedAt,orderedAt,rolesAssignedAt")]
    [InlineData("micro-grids/AA-02-01-001", "microGrid", "households,residents,tested")]
    [InlineData("party-groups/AA-02-01-001", "partyGroup", "acknowledgedAt,helpers,notReached,orderedAt")]
    [InlineData("households/AA-02-01-001-H002", "household", "size,tested")]
    [InlineData("sites/S-003", "site", "balked,desksBusy,desksOnDuty,door,isOpen,registrationQueue,samplersBusy,samplersOnDuty,swabQueue,tested")]
    public async Task Entity_IsServedByItsGrain(string path, string kind, string fields)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement entity = await host.GetAsync($"/api/v1/runs/1/{path}");
        Assert.Equal(["asOf", "children", "code", "events", "kind", "neighbours", "parents", "state"], entity.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal((path.Split('/')[1], kind, 60_000), (entity.GetProperty("code").GetString(), entity.GetProperty("kind").GetString(), entity.GetProperty("asOf").GetInt64()));
        Assert.Equal(fields, string.Join(',', entity.GetProperty("state").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal)));
        foreach (JsonElement parent in entity.GetProperty("parents").EnumerateArray())
        {
            Assert.Equal("/api/v1/runs/1/districts/JB", parent.GetProperty("href").GetString());
        }
    }

    [Theory]
    [InlineData("sites/S-003")]
    [InlineData("streets/AA")]
    [InlineData("micro-grids/AA-02-01-001")]
    [InlineData("party-groups/AA-02-01-001")]
    public async Task Entity_TellsItsLastEvents_TheNewestFirst(string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement entity = await host.GetAsync($"/api/v1/runs/1/{path}");
        Assert.Equal(
            """[{"at":50000,"since":40000,"count":3,"text":"event.below.acknowledged","values":[]},{"at":30000,"since":30000,"count":1,"text":"event.ordered","values":["JB"]}]""",
            entity.GetProperty("events").GetRawText());
    }

    [Fact]
    public async Task Household_HasNoEvents()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement household = await host.GetAsync("/api/v1/runs/1/households/AA-02-01-001-H002");
        Assert.Equal(0, household.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Links_LeadToEntities()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement cell = await host.GetAsync("/api/v1/runs/1/micro-grids/AA-01-01-001");
        JsonElement[] children = [.. cell.GetProperty("children").EnumerateArray()];
        Assert.Equal(3, children.Length);
        foreach (JsonElement child in children)
        {
            JsonElement entity = await host.GetAsync(child.GetProperty("href").GetString()!);
            Assert.Equal(child.GetProperty("code").GetString(), entity.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Households_OfAMicroGrid_ShowSizeAndTestedOnly()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement answer = await host.GetAsync("/api/v1/runs/1/micro-grids/AA-01-01-002/households");
        Assert.Equal(
            """{"households":[{"code":"AA-01-01-002-H001","size":3,"tested":1},{"code":"AA-01-01-002-H002","size":3,"tested":1}]}""",
            answer.GetRawText());
    }

    [Theory]
    [InlineData("micro-grids/AA-99-01-001")]
    [InlineData("micro-grids/%E5%BE%AE")]
    [InlineData("sites/S-001%20")]
    [InlineData("households/XX")]
    public async Task Entity_Unknown_IsRefused(string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync($"/api/v1/runs/1/{path}");
        await Expect.Problem(response, HttpStatusCode.NotFound, "code");
    }

    [Fact]
    public async Task Entity_WhoseGrainDoesNotAnswer_IsUnavailable()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.EntityTrouble = new InvalidOperationException("internal words");
        using HttpResponseMessage response = await host.Http.GetAsync("/api/v1/runs/1/sites/S-001");
        JsonElement problem = await Expect.Problem(response, HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("internal words", problem.GetRawText(), StringComparison.Ordinal);
        host.Twin.Run.Now = host.Twin.Run.Now with { State = "stopped" };
        using HttpResponseMessage stopped = await host.Http.GetAsync("/api/v1/runs/1/sites/S-001");
        await Expect.Problem(stopped, HttpStatusCode.Conflict, "state");
    }

    [Theory]
    [InlineData("stopped", "sites/S-001")]
    [InlineData("failed", "sites/S-001")]
    [InlineData("stopped", "households/AA-02-01-001-H002")]
    [InlineData("stopped", "micro-grids/AA-01-01-002/households")]
    [InlineData("failed", "districts/JB")]
    public async Task Entity_OfARunWhoseGrainsAreGone_IsAConflict(string state, string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        await host.GetAsync($"/api/v1/runs/1/{path}");
        host.Twin.Run.Now = host.Twin.Run.Now with { State = state };
        await host.GetAsync("/api/v1/runs");
        using HttpResponseMessage response = await host.Http.GetAsync($"/api/v1/runs/1/{path}");
        JsonElement problem = await Expect.Problem(response, HttpStatusCode.Conflict, "state");
        Assert.Contains($"run 1, which is {state}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("districts", "JB")]
    [InlineData("streets", "AA,BB")]
    [InlineData("communities?street=AA", "AA-01,AA-02")]
    [InlineData("compounds?community=AA-02", "")]
    [InlineData("base-grids?community=AA-01", "AA-01-01,AA-01-02")]
    [InlineData("micro-grids?baseGrid=BB-01-01", "BB-01-01-001,BB-01-01-002")]
    [InlineData("micro-grids?street=AA&community=AA-02", "AA-02-01-001")]
    [InlineData("party-groups?community=BB-01", "BB-01-01-001,BB-01-01-002")]
    [InlineData("sites?street=AA", "S-001,S-002")]
    public async Task List_IsFiltered(string path, string codes)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement list = await host.GetAsync($"/api/v1/runs/1/{path}");
        Assert.Equal(codes, string.Join(',', list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString())));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task List_FollowingTheLinks_GivesEachOnce()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        List<string> codes = [];
        string? path = "/api/v1/runs/1/micro-grids?limit=2&street=AA";
        while (path is not null)
        {
            using HttpResponseMessage page = await host.Http.GetAsync(path);
            JsonElement list = JsonDocument.Parse(await page.Content.ReadAsStringAsync()).RootElement;
            codes.AddRange(list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            path = page.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links.Single().Split('<', '>')[1] : null;
            Assert.Equal(path is null, list.GetProperty("next").ValueKind == JsonValueKind.Null);
        }

        Assert.Equal(FakeDistrict.MicroGrids.Where(code => code.StartsWith("AA", StringComparison.Ordinal)), codes);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=zzz", "cursor")]
    [InlineData("cursor=cm93IDk5", "cursor")]
    [InlineData("street=ZZ", "street")]
    [InlineData("colour=red", "colour")]
    public async Task List_WrongQuery_IsRefused(string query, string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync($"/api/v1/runs/1/micro-grids?{query}");
        await Expect.Problem(response, HttpStatusCode.BadRequest, path);
    }
}
