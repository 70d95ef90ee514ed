using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.TestSupport;

/// <summary>One step of what is measured, by name: what it was given of the steps before, and what it hands on.</summary>
internal delegate void Measured(string stage, Action work);

/// <summary>
/// Whether the cost of something grows with its size and not faster: by what it allocates and by how long the processor works for it, which other programs of the computer do not change.
/// From N to 2N and from 2N to 4N a linear cost grows by twice as much, n log n by 2.15 times, a quadratic one by four times.
/// </summary>
internal static class GrowthRule
{
    private const double MostGrowth = 2.5;
    private const double Significant = 10;
    private const string Whole = "all";
    private const int Runs = 5;
    private const int MostRuns = 30;
    private const int Sure = 2;

    /// <summary>A first run, of code that is not compiled yet, may cost several times what later ones do.</summary>
    private const double FirstRun = 2;

    /// <summary>How many intervals in a row have to grow too fast.</summary>
    private const int Intervals = 3;

    /// <summary>What grows so is no noise, and is not measured again and again.</summary>
    private const double Unmistakable = 3.5;

    private static readonly Unit s_bytes = new("bytes allocated", Least: 5_000_000, Of: cost => cost.Bytes);
    private static readonly Unit s_time = new("microseconds of the processor", Least: 50_000, Of: cost => cost.Microseconds);

    /// <summary>What grows too fast; empty if nothing does. The size is doubled until all of it costs ten times what nothing costs.</summary>
    /// <param name="size">The size to begin with.</param>
    /// <param name="largest">The size that is not exceeded, since what is measured ends there: 65,535 ports.</param>
    /// <param name="prepare">Makes the input of a size, unmeasured, and gives what is to be measured, which names its stages.</param>
    /// <param name="isTimed">False to look from the first size on at what it allocates alone, which is the same whatever else the computer does.</param>
    public static IReadOnlyList<string> Problems(int size, int largest, Func<int, Action<Measured>> prepare, bool isTimed = true)
    {
        Unit[] units = isTimed ? [s_bytes, s_time] : [s_bytes];
        var empty = new Series(prepare(0), isTimed);
        for (int run = 0; run < Runs; run++)
            empty.Run();
        var sizes = new Dictionary<int, Series>();
        while (true)
        {
            Series[] grown = [At(size), At(size * 2), At(size * 4)];
            bool last = size * 8L > largest;
            if (!isTimed || s_time.Of(grown[2].Total) >= s_time.Enough(empty.Total) * (last ? 1 : FirstRun))
            {
                // A table that is made anew, a cache that is outgrown or one that other programs took is a step in one interval or two; what grows too fast does so in each.
                IReadOnlyList<Problem> problems = Judge(size, empty, grown, units, _ => true);
                for (int larger = size * 2; problems.Count > 0 && larger < size << Intervals && larger * 4L <= largest; larger *= 2)
                {
                    IReadOnlyList<Problem> before = problems;
                    problems = Judge(larger, empty, [At(larger), At(larger * 2), At(larger * 4)], units, each => before.Any(first => first.Stage == each.Stage && first.Unit == each.Unit));
                }

                return [.. problems.Select(each => each.Text)];
            }

            // What costs next to nothing at its largest is in proportion, or nobody will ever notice.
            if (last && s_time.Of(grown[2].Total) < s_time.Least)
                return [];
            if (last)
                return [string.Create(CultureInfo.InvariantCulture, $"{size * 4} of it cost not ten times what none costs, or too little to be measured: {grown[2].Total} and {empty.Total}")];
            size *= 2;
        }

        Series At(int count)
        {
            if (!sizes.TryGetValue(count, out Series? series))
            {
                sizes.Add(count, series = new Series(prepare(count), isTimed));
                series.Run();
            }

            return series;
        }
    }

    /// <summary>Noise only adds to a cost: what fails is measured again, and the least counts. What is no suspect is not looked at.</summary>
    private static IReadOnlyList<Problem> Judge(int size, Series empty, Series[] grown, Unit[] units, Func<Problem, bool> isSuspect)
    {
        IReadOnlyList<Problem> problems = [];
        for (int run = 1; run <= MostRuns; run++)
        {
            foreach (Series series in grown)
                series.Run();
            problems = [.. grown[2].Stages.Append(Whole).SelectMany(stage => units.Select(unit => Find(stage, unit, size, empty, grown))).OfType<Problem>().Where(isSuspect)];

            // What is allocated is the same in each run.
            if (run >= Sure && (problems.Any(problem => problem.Growth >= Unmistakable) || problems.All(problem => problem.Unit == s_bytes)))
                break;
        }

        return problems;
    }

    private static Problem? Find(string stage, Unit unit, int size, Series empty, Series[] grown)
    {
        double[] costs = [.. grown.Select(series => unit.Of(series[stage]))];
        double growth = (costs[2] - costs[1]) / Math.Max(double.Epsilon, costs[1] - costs[0]);
        return unit.Of(grown[2][stage]) >= unit.Enough(empty[stage]) && growth > MostGrowth
            ? new Problem(stage, unit, growth, string.Create(CultureInfo.InvariantCulture, $"{stage}: {costs[0]:N0}, {costs[1]:N0}, {costs[2]:N0} {unit.Name} at {size}, {size * 2}, {size * 4}"))
            : null;
    }

    private sealed record Problem(string Stage, Unit Unit, double Growth, string Text);

    private sealed record Unit(string Name, double Least, Func<Cost, double> Of)
    {
        public double Enough(Cost empty) => Math.Max(Least, Significant * Of(empty));
    }

    private readonly record struct Cost(double Bytes, double Microseconds)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Bytes + other.Bytes, one.Microseconds + other.Microseconds);
    }

    /// <summary>The least that each stage cost in any run at one size.</summary>
    private sealed class Series(Action<Measured> work, bool isTimed)
    {
        private readonly Dictionary<string, Cost> _least = [];

        public IEnumerable<string> Stages => _least.Keys;

        public Cost Total => _least.Values.Aggregate(default(Cost), (sum, each) => sum + each);

        public Cost this[string stage] => stage == Whole ? Total : _least.GetValueOrDefault(stage);

        public void Run() => work((stage, action) =>
        {
            // What others left is not swept up at this one's cost; and all of them begin with no memory at hand, since what lies ready makes the small ones cheaper than the large.
            if (isTimed)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = ProcessorTime.Now;
            action();
            var cost = new Cost(GC.GetAllocatedBytesForCurrentThread() - bytes, (ProcessorTime.Now - start).TotalMicroseconds);
            _least[stage] = _least.TryGetValue(stage, out Cost least) ? new Cost(Math.Min(least.Bytes, cost.Bytes), Math.Min(least.Microseconds, cost.Microseconds)) : cost;
        });
    }
}
