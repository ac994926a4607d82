namespace Twin.Model.Districts;

/// <summary>Points in a grid of square cells: the nearest of them to a place, ties to the lower index.</summary>
internal sealed class PointGrid
{
    private readonly int[] _x;
    private readonly int[] _y;
    private readonly int[] _first;
    private readonly int[] _inCell;
    private readonly long _left;
    private readonly long _bottom;
    private readonly long _side;
    private readonly int _columns;
    private readonly int _rows;

    /// <summary>Sorts points into cells, about two to a cell.</summary>
    /// <param name="x">Points, cm east; at least one.</param>
    /// <param name="y">Points, cm north.</param>
    public PointGrid(int[] x, int[] y)
    {
        (_x, _y) = (x, y);
        (_left, _bottom) = (Least(x), Least(y));
        (long width, long height) = (Most(x) - _left + 1, Most(y) - _bottom + 1);
        double onALine = 2.0 * Math.Max(width, height) / x.Length;
        _side = Math.Max(1, (long)Math.Max(onALine, Math.Sqrt((double)width * height * 2 / x.Length)));
        _columns = (int)((width - 1) / _side) + 1;
        _rows = (int)((height - 1) / _side) + 1;
        _first = new int[(_columns * _rows) + 1];
        for (int i = 0; i < x.Length; i++)
        {
            _first[CellOf(x[i], y[i]) + 1]++;
        }

        for (int cell = 1; cell < _first.Length; cell++)
        {
            _first[cell] += _first[cell - 1];
        }

        _inCell = new int[x.Length];
        int[] next = [.. _first];
        for (int i = 0; i < x.Length; i++)
        {
            _inCell[next[CellOf(x[i], y[i])]++] = i;
        }
    }

    /// <summary>The nearest points to a place.</summary>
    /// <param name="x">The place, cm east.</param>
    /// <param name="y">The place, cm north.</param>
    /// <param name="except">A point to leave out, or −1.</param>
    /// <param name="found">Where their indices go, nearest first; its length is how many are wanted.</param>
    /// <param name="squares">Their squared distances; as long as <paramref name="found"/>.</param>
    /// <returns>How many were found.</returns>
    public int Nearest(int x, int y, int except, Span<int> found, Span<long> squares)
    {
        int count = 0;
        (long cx, long cy) = (Math.DivRem(x - _left, _side).Quotient, Math.DivRem(y - _bottom, _side).Quotient);
        long farthest = Math.Max(Math.Max(cx, _columns - 1 - cx), Math.Max(cy, _rows - 1 - cy));
        long nearest = Math.Max(Math.Max(-cx, cx - _columns + 1), Math.Max(-cy, cy - _rows + 1));
        for (long ring = Math.Max(0, nearest); ring <= farthest; ring++)
        {
            long safe = (ring - 1) * _side;
            if (count == found.Length && safe > 0 && squares[count - 1] < safe * safe)
            {
                break;
            }

            for (long row = Math.Max(0, cy - ring); row <= Math.Min(_rows - 1, cy + ring); row++)
            {
                bool whole = row == cy - ring || row == cy + ring;
                long step = whole ? 1 : 2 * ring;
                long from = whole ? Math.Max(0, cx - ring) : cx - ring;
                long to = whole ? Math.Min(_columns - 1, cx + ring) : cx + ring;
                for (long column = from; column <= to; column += step)
                {
                    if (column >= 0 && column < _columns)
                    {
                        count = Collect((int)((row * _columns) + column), x, y, except, found, squares, count);
                    }
                }
            }
        }

        return count;
    }

    private int Collect(int cell, int x, int y, int except, Span<int> found, Span<long> squares, int count)
    {
        for (int at = _first[cell]; at < _first[cell + 1]; at++)
        {
            int point = _inCell[at];
            (long dx, long dy) = ((long)_x[point] - x, (long)_y[point] - y);
            long square = (dx * dx) + (dy * dy);
            if (point == except || (count == found.Length && !Before(square, point, squares[count - 1], found[count - 1])))
            {
                continue;
            }

            count = Math.Min(count + 1, found.Length);
            int place = count - 1;
            for (; place > 0 && Before(square, point, squares[place - 1], found[place - 1]); place--)
            {
                (squares[place], found[place]) = (squares[place - 1], found[place - 1]);
            }

            (squares[place], found[place]) = (square, point);
        }

        return count;
    }

    private static bool Before(long square, int point, long otherSquare, int other) => square < otherSquare || (square == otherSquare && point < other);

    private int CellOf(int x, int y) => (int)(((y - _bottom) / _side * _columns) + ((x - _left) / _side));

    private static int Least(int[] values)
    {
        int least = values[0];
        foreach (int value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static int Most(int[] values)
    {
        int most = values[0];
        foreach (int value in values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }
}
