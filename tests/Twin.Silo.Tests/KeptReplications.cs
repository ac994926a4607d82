using Microsoft.Data.Sqlite;

namespace Twin.Silo.Tests;

/// <summary>Replications that a sweep under way has kept.</summary>
internal static class KeptReplications
{
    /// <summary>How many; 0 before there is a store.</summary>
    /// <param name="path">The store.</param>
    public static long In(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        try
        {
            using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using SqliteCommand query = connection.CreateCommand();
            query.CommandText = "SELECT count(*) FROM replications";
            return (long)query.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // The file is there before its tables are.
            return 0;
        }
    }
}
