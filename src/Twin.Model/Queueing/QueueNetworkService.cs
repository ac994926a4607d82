using Twin.Model.Events;

namespace Twin.Model.Queueing;

/// <content>Services that begin, end and are interrupted, and waits without one.</content>
public sealed partial class QueueNetwork
{
    private static long Identity(in Customer customer) => ((long)customer.Stream << 32) | (uint)customer.Number;

    private void Serve(Station station, StepContext context)
    {
        int server;
        while (station.Queue.Count >= station.BatchLeast && station.Queue.Count > 0 && (server = station.Servers.TryTake(_now)) >= 0)
        {
            Begin(station, server, context);
        }
    }

    private void Begin(Station station, int server, StepContext context)
    {
        ref AtServer at = ref station.At(server);
        at.Place = station.Queue.Take();
        BeginVisit(station, at.Place);
        int last = at.Place;
        for (int others = station.BatchMost - 1; others > 0 && station.Queue.Count > 0; others--)
        {
            int place = station.Queue.Take();
            BeginVisit(station, place);
            _customers[last].After = place;
            last = place;
        }

        ref Customer customer = ref _customers[at.Place];
        _customers[last].After = -1;
        at.Ends = _now + (customer.Remaining > 0 ? customer.Remaining : _plan.ServiceTime(station.Ordinal, in customer));
        if (at.Ends < _plan.Horizon)
        {
            CountEnd(1, at.Ends);
            context.SendSelf(at.Ends, EventKind.ServiceEnd, station.Ordinal, server, at.Interruptions);
        }
    }

    private void BeginVisit(Station station, int place)
    {
        ref Customer customer = ref _customers[place];
        station.InQueue.Change(-1, _now);
        station.EndWait(ref customer, _now);
        customer.Started = customer.Started < 0 ? _now : customer.Started;
        customer.IsServed = true;
        station.Begin(in customer);
    }

    private void EndService(Station station, int server, int interruptions, StepContext context)
    {
        if (station.At(server).Interruptions != interruptions)
        {
            return;
        }

        station.Servers.Release(server, _now);
        CountEnd(-1, _now);
        int place = station.At(server).Place;
        while (place >= 0)
        {
            int next = _customers[place].After;
            EndVisit(station, place, context);
            place = next;
        }

        Serve(station, context);
        AdmitIfAllEnded(context);
    }

    private void EndVisit(Station station, int place, StepContext context)
    {
        _servicesEnded++;
        station.InSystem.Change(-1, _now);
        ref Customer customer = ref _customers[place];
        Finish(station, in customer);
        int next = _plan.NextStation(station.Ordinal, in customer);
        long way = next < 0 ? 0 : _plan.TravelTime(station.Ordinal, next, in customer);
        customer.Waited += customer.WaitedHere;
        customer.Visit++;
        if (next < 0)
        {
            Complete(place, context);
            return;
        }

        customer.Station = next;
        customer.Started = -1;
        customer.IsServed = false;
        (customer.WaitedHere, customer.Remaining) = (0, 0);
        if (way == 0)
        {
            _moving.Enqueue(place);
            return;
        }

        customer.Travels = true;
        if (_now + way < _plan.Horizon)
        {
            context.SendSelf(_now + way, EventKind.TravelEnd, place);
        }
    }

    /// <summary>Interrupts the least important service for somebody more important; of several, that at the server with the greatest number.</summary>
    private void Interrupt(Station station, int place, StepContext context)
    {
        int rank = _plan.RankOf(_customers[place].Kind);
        int least = -1;
        for (int server = 0; server < station.Servers.Count; server++)
        {
            if (station.Servers.IsBusy(server) && station.Servers.IsOnDuty(server))
            {
                int other = _plan.RankOf(_customers[station.At(server).Place].Kind);
                if (other > rank || (other == rank && least >= 0))
                {
                    (rank, least) = (other, server);
                }
            }
        }

        if (least < 0)
        {
            return;
        }

        ref AtServer at = ref station.At(least);
        ref Customer interrupted = ref _customers[at.Place];
        if (at.Ends < _plan.Horizon)
        {
            CountEnd(-1, at.Ends);
        }

        at.Interruptions++;
        interrupted.Remaining = at.Ends - _now;
        interrupted.IsServed = false;
        interrupted.WaitsSince = _now;
        station.InQueue.Change(1, _now);
        station.Queue.AddFirst(at.Place, _plan.RankOf(interrupted.Kind));
        station.Servers.Release(least, _now);
        Serve(station, context);
    }

    /// <summary>Somebody's patience ends: they give up once every service that ends at this moment has ended, if they wait then.</summary>
    private void LosePatience(in Event e, StepContext context)
    {
        ref Customer customer = ref _customers[e.A];
        if (customer.Station >= 0 && customer.Visit == e.B && customer.Started < 0 && !customer.Travels && Identity(in customer) == e.C)
        {
            _impatient.Enqueue(e.A);
            AdmitIfAllEnded(context);
        }
    }

    private void Renege(int place, StepContext context)
    {
        ref Customer customer = ref _customers[place];
        if (customer.Started >= 0)
        {
            return;
        }

        Station station = _stations[customer.Station];
        station.Queue.Remove(place, _plan.RankOf(customer.Kind));
        station.InQueue.Change(-1, _now);
        station.InSystem.Change(-1, _now);
        station.EndWait(ref customer, _now);
        station.Renege(in customer, _now);
        _recorder?.Record(in customer, customer.Joined, _now, VisitEnd.Reneged);
        _followed -= _plan.Counts(customer.Joined) ? 1 : 0;
        Lose(place, refused: false, context);
    }

    /// <summary>A member of a closed population who has left the network comes again.</summary>
    private void GoHome(in Customer customer, StepContext context)
    {
        if (_plan.IsClosed && _plan.Schedule(customer.Stream).Population is > 0 and int population)
        {
            int number = checked(customer.Number + population);
            long comes = _now + _plan.AwayTime(customer.Stream, number);
            if (comes < _plan.Horizon)
            {
                context.SendSelf(comes, EventKind.StationArrival, customer.Stream, number);
            }
        }
    }
}
