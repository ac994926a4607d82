using Twin.Experiments.Suppression;

namespace Twin.Experiments.Tables;

/// <summary>untested.csv: untested by reason, for the district, each street and each community.</summary>
internal static class UntestedCsv
{
    /// <summary>Makes the table.</summary>
    public static CsvTable Of(UntestedTable untested)
    {
        CsvTable table = new(["level", "code", "parent", "residents", "tested", "untested", .. UntestedReasons.Columns, "suppressed"]);
        foreach (UntestedRow row in untested.Rows)
        {
            table.Add([UntestedReasons.Camel(row.Level), row.Code, row.Parent, row.Residents, row.Tested, row.UntestedTotal, .. row.Untested.Cast<object?>(), row.Suppressed]);
        }

        return table;
    }
}
