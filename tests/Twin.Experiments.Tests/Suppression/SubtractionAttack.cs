using Twin.Experiments.Suppression;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Suppression;

/// <summary>What somebody learns of the hidden numbers from everything that is shown: all sums by row and by column, solved as linear equations.</summary>
internal static class SubtractionAttack
{
    private const double Zero = 1e-9;

    /// <summary>The hidden cells that the equations determine, as row code and column (0 tested, 1 + reason).</summary>
    public static IReadOnlyList<(string Code, int Column)> Solve(UntestedTable table)
    {
        UntestedRow[] rows = [.. table.Rows];
        int columns = 1 + rows[0].Untested.Count;
        Dictionary<(string, int), int> variables = [];
        foreach (UntestedRow row in rows)
        {
            for (int column = 0; column < columns; column++)
            {
                if (Cell(row, column) is null)
                {
                    variables[(Key(row), column)] = variables.Count;
                }
            }
        }

        List<double[]> equations = [];
        foreach (UntestedRow row in rows)
        {
            // Residents are shown: tested and the reasons add up to them.
            Add(equations, variables, [.. Enumerable.Range(0, columns).Select(column => (row, column))]);
            UntestedRow[] parts = [.. rows.Where(part => part.Level == row.Level + 1 && part.Parent == row.Code)];
            for (int column = 0; column < columns && parts.Length > 0; column++)
            {
                int of = column;
                Add(equations, variables, [(row, of), .. parts.Select(part => (part, of))]);
            }
        }

        bool[] determined = Determined(equations, variables.Count);
        return [.. variables.Where(variable => determined[variable.Value]).Select(variable => variable.Key)];
    }

    private static string Key(UntestedRow row) => $"{row.Level} {row.Code}";

    private static long? Cell(UntestedRow row, int column) => column == 0 ? row.Tested : row.Untested[column - 1];

    /// <summary>Adds an equation over the hidden cells; which side a cell stands on, and the known sum, do not matter for what is determined.</summary>
    private static void Add(List<double[]> equations, Dictionary<(string, int), int> variables, IReadOnlyList<(UntestedRow Row, int Column)> cells)
    {
        double[] equation = new double[variables.Count];
        bool first = true;
        foreach ((UntestedRow row, int column) in cells)
        {
            if (variables.TryGetValue((Key(row), column), out int variable))
            {
                equation[variable] = first && cells.Any(cell => cell.Row.Level != row.Level) ? -1 : 1;
            }

            first = false;
        }

        if (equation.Any(factor => factor != 0))
        {
            equations.Add(equation);
        }
    }

    /// <summary>Gauss–Jordan: a variable is determined when its row in the reduced form has no other.</summary>
    private static bool[] Determined(List<double[]> rows, int count)
    {
        bool[] determined = new bool[count];
        int rank = 0;
        for (int column = 0; column < count && rank < rows.Count; column++)
        {
            int pivot = rows.FindIndex(rank, row => Math.Abs(row[column]) > Zero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            double factor = rows[rank][column];
            for (int i = 0; i < count; i++)
            {
                rows[rank][i] /= factor;
            }

            for (int other = 0; other < rows.Count; other++)
            {
                double times = other == rank ? 0 : rows[other][column];
                for (int i = column; times != 0 && i < count; i++)
                {
                    rows[other][i] -= times * rows[rank][i];
                }
            }

            rank++;
        }

        foreach (double[] row in rows.Take(rank))
        {
            int[] involved = [.. Enumerable.Range(0, count).Where(i => Math.Abs(row[i]) > Zero)];
            if (involved.Length == 1)
            {
                determined[involved[0]] = true;
            }
        }

        return determined;
    }
}
