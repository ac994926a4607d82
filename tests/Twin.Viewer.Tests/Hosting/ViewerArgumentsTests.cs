using Twin.Viewer.Hosting;

namespace Twin.Viewer.Tests.Hosting;

public sealed class ViewerArgumentsTests
{
    [Fact]
    public void Arguments_Right_AreTaken()
    {
        ViewerArguments? arguments = ViewerArguments.Parse(["--gateway", "127.0.0.1:30000", "--urls=http://localhost:5090;http://[::1]:5090"], out IReadOnlyList<string> errors);
        Assert.Empty(errors);
        Assert.Equal(("127.0.0.1", 30_000), (arguments!.Gateway.Host, arguments.Gateway.Port));
        Assert.Equal(["http://localhost:5090", "http://[::1]:5090"], arguments.Urls);
        Assert.Equal(TimeSpan.FromSeconds(30), arguments.Wait);
        Assert.Equal(TimeSpan.Zero, ViewerArguments.Parse(["--gateway", "silo:1", "--wait", "0"], out _)!.Wait);
        Assert.Equal(["http://127.0.0.1:5081"], ViewerArguments.Parse(["--gateway", "silo:1"], out _)!.Urls);
    }

    [Theory]
    [InlineData("--gateway: found nothing")]
    [InlineData("--gateway: found \"silo\"", "--gateway", "silo")]
    [InlineData("--gateway: found \"silo:0\"", "--gateway", "silo:0")]
    [InlineData("--gateway: found \"silo:70000\"", "--gateway", "silo:70000")]
    [InlineData("--gateway: found no value", "--gateway")]
    [InlineData("--gateway: found the option twice", "--gateway", "a:1", "--gateway", "a:1")]
    [InlineData("arguments: found \"--colour\"", "--gateway", "a:1", "--colour")]
    [InlineData("--urls: found \"http://0.0.0.0:5080\"", "--gateway", "a:1", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls: found \"http://*:5080\"", "--gateway", "a:1", "--urls", "http://*:5080")]
    [InlineData("--urls: found \"http://192.0.2.1\"", "--gateway", "a:1", "--urls", "http://192.0.2.1")]
    [InlineData("--urls: found \"https://127.0.0.1\"", "--gateway", "a:1", "--urls", "https://127.0.0.1")]
    [InlineData("--wait: found \"-1\"", "--gateway", "a:1", "--wait", "-1")]
    [InlineData("--wait: found \"soon\"", "--gateway", "a:1", "--wait", "soon")]
    [InlineData("--wait: found \"3601\"", "--gateway", "a:1", "--wait", "3601")]
    [InlineData("--urls: found \"5080\"", "--gateway", "a:1", "--urls", "5080")]
    public void Arguments_Wrong_AreRefusedWithFoundAndAllowed(string says, params string[] arguments)
    {
        Assert.Null(ViewerArguments.Parse(arguments, out IReadOnlyList<string> errors));
        Assert.Contains(errors, error => error.StartsWith(says, StringComparison.Ordinal) && error.Contains("; allowed: ", StringComparison.Ordinal));
    }
}
