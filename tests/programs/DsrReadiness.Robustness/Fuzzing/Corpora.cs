using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>The inputs that are kept: examples, and every one that ever showed a fault. A folder for each reader.</summary>
/// <param name="root">The folder of all.</param>
internal sealed class Corpora(string root)
{
    /// <summary>The folder of the clone that this program was built in.</summary>
    public static string Clone
    {
        get
        {
            DirectoryInfo? at = new(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "DsrReadiness.slnx")))
                at = at.Parent;
            return at?.FullName ?? throw new DirectoryNotFoundException("The program is in no clone of DsrReadiness: say with --corpora where the inputs are.");
        }
    }

    public static Corpora OfClone() => new(Path.Combine(Clone, "tests", "corpora"));

    public IReadOnlyList<string> Names => [.. Directory.GetDirectories(root).Select(each => Path.GetFileName(each)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<(string File, byte[] Input)> Of(string target) => Directory.Exists(Path.Combine(root, target))
        ? [.. Directory.GetFiles(Path.Combine(root, target)).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]
        : [];
}
