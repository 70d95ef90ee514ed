using System.IO;

namespace DsrReadiness.Robustness.Tests.Mono;

/// <summary>A test that runs where there is Mono.</summary>
public sealed class MonoTheoryAttribute : TheoryAttribute
{
    internal const string Mono = "/usr/bin/mono";

    public MonoTheoryAttribute()
    {
        if (!File.Exists(Mono))
            Skip = "Mono is missing: install Debian's mono-runtime, libmono-system-core4.0-cil and libmono-system-numerics4.0-cil.";
    }
}
