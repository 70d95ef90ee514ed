using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>Fuzzes readers for a while, and writes what they did wrong to files.</summary>
internal sealed class FuzzVerb
{
    private string? _target;
    private string? _corpora;
    private string _findings = ".";
    private int _seed = Random.Shared.Next();
    private double _seconds = 60;
    private bool _grows;

    /// <summary>Reads the options; null if they make no sense.</summary>
    public static FuzzVerb? Parse(IReadOnlyList<string> options)
    {
        Coverage.Prepare();
        var verb = new FuzzVerb();
        for (int i = 0; i < options.Count; i++)
        {
            string? value = i + 1 < options.Count ? options[i + 1] : null;
            switch (options[i])
            {
                case "--growth":
                    verb._grows = true;
                    continue;
                case "--target" when FuzzTargets.All.Any(each => each.Name == value):
                    verb._target = value;
                    break;
                case "--corpora" when value is not null:
                    verb._corpora = value;
                    break;
                case "--findings" when value is not null:
                    verb._findings = value;
                    break;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out verb._seed):
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out verb._seconds):
                    break;
                default:
                    return null;
            }

            i++;
        }

        return verb;
    }

    public int Run(TextWriter output)
    {
        Corpora corpora = _corpora is null ? Corpora.OfClone() : new Corpora(_corpora);
        int findings = 0;
        foreach (FuzzTarget target in FuzzTargets.All.Where(each => _target is null || each.Name == _target))
        {
            byte[][] inputs = [.. corpora.Of(target.Name).Select(each => each.Input), .. target.Seeds()];
            findings += _grows ? Grow(target, inputs, output) : Fuzz(target, inputs, output);
        }

        return findings == 0 ? 0 : 1;
    }

    private int Grow(FuzzTarget target, byte[][] inputs, TextWriter output)
    {
        int problems = 0;
        foreach (string problem in Growth.Problems(target, inputs.Where(input => input.Length < 16 * 1024).MaxBy(input => input.Length) ?? inputs[0], new Random(_seed)))
        {
            problems++;
            output.WriteLine(problem);
        }

        output.WriteLine($"{target.Name}: {problems} pieces make it slower than they should; seed {_seed}.");
        return problems;
    }

    private int Fuzz(FuzzTarget target, byte[][] inputs, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var fuzzer = new Fuzzer(target, inputs, _seed) { Found = finding => Keep(target, finding, output) };
        fuzzer.Run(TimeSpan.FromSeconds(_seconds));
        string guided = Coverage.IsKnown ? $"{fuzzer.Branches} branches" : "no branches known";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {fuzzer.Executions} executions in {watch.Elapsed.TotalSeconds:F0} s, {fuzzer.Accepted} read as a value, {fuzzer.Answers} kinds of answer, {guided}, {fuzzer.Kept} inputs kept, {fuzzer.Findings.Count} findings; seed {_seed}."));
        return fuzzer.Findings.Count;
    }

    private void Keep(FuzzTarget target, Finding finding, TextWriter output)
    {
        string file = Path.Combine(_findings, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(finding.Input))[..8]}");
        File.WriteAllBytes(file, finding.Input);
        output.WriteLine($"{file}: {finding.Message}");
        output.Flush();
    }
}
