using System.Globalization;

namespace Twin.Page.Tests.Browsing;

/// <summary>A panel's numbers as its table shows them.</summary>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">The rows of all pages of the table.</param>
/// <param name="Total">The last line; empty when the table has none.</param>
internal sealed record TableTwin(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Total)
{
    private const string Read = """
        table => ['thead th', 'tbody tr', 'tfoot td'].map(what => [...table.querySelectorAll(what)]
          .map(one => one.localName === 'tr' ? [...one.cells].map(cell => cell.innerText.trim()) : [one.innerText.trim()]))
        """;

    /// <summary>Reads a panel's table, page by page.</summary>
    /// <param name="panel">The panel, which must show its table.</param>
    public static async Task<TableTwin> ReadAsync(ILocator panel)
    {
        ILocator table = panel.GetByRole(AriaRole.Table);
        ILocator next = panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Next", Exact = true });
        ILocator before = panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Before", Exact = true });
        string[][][] page = await table.EvaluateAsync<string[][][]>(Read);
        List<IReadOnlyList<string>> rows = [.. page[1]];
        if (await next.CountAsync() > 0)
        {
            while (await before.IsEnabledAsync())
            {
                await before.ClickAsync();
            }

            page = await table.EvaluateAsync<string[][][]>(Read);
            rows = [.. page[1]];
            while (await next.IsEnabledAsync())
            {
                string first = page[1][0][0];
                await next.ClickAsync();
                await Expect(table.GetByRole(AriaRole.Cell).First).Not.ToHaveTextAsync(first);
                page = await table.EvaluateAsync<string[][][]>(Read);
                rows.AddRange(page[1]);
            }
        }

        return new TableTwin([.. page[0].Select(head => head[0])], rows, [.. page[2].Select(cell => cell[0])]);
    }

    /// <summary>A column's numbers by the row's first cell.</summary>
    /// <param name="column">Its head.</param>
    public IReadOnlyDictionary<string, long> Numbers(string column)
    {
        int place = Place(column);
        return Rows.ToDictionary(row => row[0], row => Number(row[place]));
    }

    /// <summary>A column's total.</summary>
    /// <param name="column">Its head.</param>
    public long TotalOf(string column) => Number(Total[Place(column)]);

    private int Place(string column)
    {
        int place = Columns.ToList().FindIndex(head => head.Equals(column, StringComparison.OrdinalIgnoreCase));
        Assert.True(place >= 0, $"expected a column {column}, found {string.Join(", ", Columns)}");
        return place;
    }

    /// <summary>A number as the page shows it.</summary>
    /// <param name="text">Its text.</param>
    public static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
