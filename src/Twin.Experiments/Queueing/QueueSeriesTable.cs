using Twin.Experiments.Tables;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Queueing;

/// <summary>series.csv of a queue run: time averages over each step, station by station.</summary>
internal static class QueueSeriesTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="record">The run.</param>
    /// <param name="series">The numbers of its first run.</param>
    public static CsvTable Of(RunRecord record, QueueSeries series)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        QueueSeries? all = record.QueueSeriesOfAll;
        string[] means = all is null ? [] : ["waiting_mean_of_runs", "in_service_mean_of_runs"];
        CsvTable table = new(["station", "from_s", "clock", "waiting", "in_service", "servers_on_duty", .. means]);
        for (int i = 0; i < series.Stations.Count; i++)
        {
            StationSeries station = series.Stations[i];
            for (int step = 0; step < series.Steps; step++)
            {
                double length = series.LengthOf(step);
                long from = step * series.StepMilliseconds;
                object?[] ofAll = all is null ? [] :
                [
                    all.Stations[i].Waiting[step] / length / record.QueueReplications.Count,
                    (all.Stations[i].Present[step] - all.Stations[i].Waiting[step]) / length / record.QueueReplications.Count,
                ];
                table.Add([
                    record.Scenario.Queue.Stations[i].Name, from / 1000.0, clock.Iso(from), station.Waiting[step] / length,
                    (station.Present[step] - station.Waiting[step]) / length, station.OnDuty[step] / length, .. ofAll]);
            }
        }

        return table;
    }
}
