using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DsrReadiness.Benchmarks.Whole;

/// <summary>Programs that are run in turn, A B C A B C, so that what else the machine does meets all of them. The first is what the others are compared with.</summary>
internal sealed class Comparison
{
    private readonly IReadOnlyList<Command> _commands;
    private readonly List<Run[]> _rounds = [];

    public Comparison(int rounds, params IReadOnlyList<Command> commands)
    {
        _commands = commands;
        for (int round = -1; round < rounds; round++)
        {
            Run[] runs = [.. commands.Select(ProcessRunner.Measure)];
            if (round >= 0) // The first round warms the machine's file cache.
                _rounds.Add(runs);
        }
    }

    /// <summary>The ratio of two programs in each round, by their total time: the median.</summary>
    public double Ratio(string name, string to) => Median(Ratios(Index(name), Index(to), run => run.Wall));

    /// <summary>The same by the time of the processor.</summary>
    public double ProcessorRatio(string name, string to) => Median(Ratios(Index(name), Index(to), run => run.Processor));

    public double PeakMegabytes(string name) => Median(_rounds.Select(round => round[Index(name)].PeakBytes / 1e6));

    public double Seconds(string name) => Median(_rounds.Select(round => round[Index(name)].Wall.TotalSeconds));

    /// <summary>A row for each program: median, and in brackets the least and the most.</summary>
    public string Table()
    {
        var table = new StringBuilder("| Program | Total time, s | Processor time, s | Peak memory, MB | Total time, times the first |\n|---|---|---|---|---|\n");
        for (int i = 0; i < _commands.Count; i++)
        {
            int at = i;
            table.Append(CultureInfo.InvariantCulture, $"| {_commands[i].Name} | {Spread(_rounds.Select(round => round[at].Wall.TotalSeconds), "F2")} | ");
            table.Append(CultureInfo.InvariantCulture, $"{Spread(_rounds.Select(round => round[at].Processor.TotalSeconds), "F2")} | ");
            table.Append(CultureInfo.InvariantCulture, $"{Median(_rounds.Select(round => round[at].PeakBytes / 1e6)):F0} | {(i == 0 ? "1" : Spread(Ratios(i, 0, run => run.Wall), "F2"))} |\n");
        }

        return table.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Spread(IEnumerable<double> values, string format)
    {
        double[] all = [.. values];
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Median(all))} ({Text(all.Min())} to {Text(all.Max())})";
    }

    private IEnumerable<double> Ratios(int one, int other, Func<Run, TimeSpan> of) => _rounds.Select(round => of(round[one]) / of(round[other]));

    private int Index(string name) => _commands.Select((command, i) => (command, i)).First(each => each.command.Name == name).i;
}
