using System;
using System.Globalization;
using System.Threading.Tasks;

namespace DsrReadiness.Tests.Paths;

/// <summary>How many random cases a run has, and which.</summary>
internal static class AgreementRun
{
    /// <summary>How many servers.</summary>
    public static int Servers { get; } = Number("DSR_AGREEMENT_SERVERS", 10_000);

    /// <summary>How many sets of rules.</summary>
    public static int RuleSets => Servers / 4;

    public static int Seed { get; } = Number("DSR_AGREEMENT_SEED", 20261125);

    public static ParallelOptions OnAllCores { get; } = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Each block has a sequence of its own, so that it is the same on any number of cores.</summary>
    public static int SeedOf(int block) => unchecked((Seed * 1_000_003) + block);

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
