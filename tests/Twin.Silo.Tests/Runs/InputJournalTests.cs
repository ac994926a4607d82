using Twin.Grains.Live;
using Twin.Silo.Commands;
using Twin.Silo.Runs;

namespace Twin.Silo.Tests.Runs;

public sealed class InputJournalTests
{
    private const string Header = """{"schema":"twin-inputs/1","scenario":"mass-testing-small","seed":7,"scale":0.05,"set":["testing.staff.absence=0.2"]}""";

    [Fact]
    public void Read_WhatWasAppended_IsTheSame()
    {
        using Folder folder = new();
        using (InputJournal journal = new(folder["run.jsonl"], new InputJournalHeader(InputJournal.Schema, "mass-testing-small", 7, 0.05, ["a=b"])))
        {
            Assert.False(File.Exists(folder["run.jsonl"]));
            journal.Append(new JournalEntry(1, 1_000, new LiveInput("closeSite", ["S-001"], null, 0, 0, 0, null)));
            journal.Append(new JournalEntry(2, 1_000, new LiveInput("moveStaff", ["S-002"], "S-003", 4, 2, 0, null)));
        }

        (InputJournalHeader header, IReadOnlyList<Model.Scenarios.TimedInput> inputs) = InputJournal.Read(folder["run.jsonl"]);

        Assert.Equal(7UL, header.Seed);
        Assert.Equal(["a=b"], header.Set);
        Assert.Equal([1_000, 1_000], inputs.Select(input => input.At));
        Assert.Equal("S-003", inputs[1].Input.From);
        Assert.Equal(4, inputs[1].Input.Samplers);
    }

    [Theory]
    [InlineData(":1", "not json")]
    [InlineData("schema", """{"schema":"twin-inputs/9","scenario":"mass-testing-small","seed":7,"scale":0.05,"set":[]}""")]
    [InlineData(":2", Header, "{}")]
    [InlineData(":2", Header, """{"seq":2,"at":5,"input":{"type":"closeSite","sites":["S-001"],"samplers":0,"desks":0,"lengthMinutes":0}}""")]
    [InlineData("input.type", Header, """{"seq":1,"at":5,"input":{"type":"fly","sites":["S-001"],"samplers":0,"desks":0,"lengthMinutes":0}}""")]
    [InlineData(":3", Header, """{"seq":1,"at":5,"input":{"type":"closeSite","sites":["S-001"],"samplers":0,"desks":0,"lengthMinutes":0}}""", """{"seq":2,"at":4,"input":{"type":"closeSite","sites":["S-002"],"samplers":0,"desks":0,"lengthMinutes":0}}""")]
    public void Read_WrongFile_IsRefusedWithItsLine(string where, params string[] lines)
    {
        using Folder folder = new();
        string path = folder.Write("run.jsonl", string.Join('\n', lines) + "\n");
        InputException wrong = Assert.Throws<InputException>(() => InputJournal.Read(path));
        Assert.Contains(where, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InputsThatDoNotFit_AreRefused()
    {
        using Folder folder = new();
        string path = folder.Write("run.jsonl", Header + "\n" + """{"seq":1,"at":5,"input":{"type":"closeSite","sites":["S-999"],"samplers":0,"desks":0,"lengthMinutes":0}}""" + "\n");
        (await TwinProcess.RunAsync(folder, "run", TwinProcess.Scenario("mass-testing-small"), "--inputs", path, "--engine", "kernel")).MustRefuse("sites[0]: found 'S-999'");
        (await TwinProcess.RunAsync(folder, "run", TwinProcess.Scenario("mass-testing-rush"), "--inputs", path, "--engine", "kernel")).MustRefuse("the journal of a run of mass-testing-small");
    }
}
