using System;
using System.Linq;
using System.Runtime.InteropServices;
using DsrReadiness.Snapshots;
using SharpFuzz.Common;

namespace DsrReadiness.Robustness.Fuzzing;

/// <summary>
/// Which branches of the readers an input went through, how often, and whether any input went there before. Known only of assemblies that the tool <c>sharpfuzz</c> has instrumented;
/// of others nothing is new, and the fuzzer goes by what readers say.
/// </summary>
internal sealed unsafe class Coverage
{
    private const int Size = 65536;

    /// <summary>Where instrumented code counts. It is never freed: there is no telling when the last thread of a reader has ended.</summary>
    private static readonly byte* s_map = (byte*)NativeMemory.AllocZeroed(Size);

    private readonly byte[] _seen = new byte[Size];

    /// <summary>True if the readers tell which way they go.</summary>
    public static bool IsKnown { get; } = typeof(SnapshotFile).Assembly.GetReferencedAssemblies().Any(each => each.Name == "SharpFuzz.Common");

    /// <summary>How many branches were gone through.</summary>
    public int Branches { get; private set; }

    /// <summary>Has to be called before any instrumented code runs.</summary>
    public static void Prepare() => Trace.SharedMem = s_map;

    public void Begin()
    {
        if (!IsKnown)
            return;
        new Span<byte>(s_map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True if the input went another way, or an order of magnitude more often, than all before.</summary>
    public bool IsNew()
    {
        if (!IsKnown)
            return false;
        bool isNew = false;
        var words = new ReadOnlySpan<ulong>(s_map, Size / sizeof(ulong));
        for (int word = 0; word < words.Length; word++)
        {
            if (words[word] == 0)
                continue;
            for (int i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                byte bucket = Bucket(s_map[i]);
                if ((_seen[i] | bucket) == _seen[i])
                    continue;
                if (_seen[i] == 0)
                    Branches++;
                _seen[i] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    private static byte Bucket(byte count) => count switch { 0 => 0, 1 => 1, 2 => 2, 3 => 4, < 8 => 8, < 16 => 16, < 32 => 32, < 128 => 64, _ => 128 };
}
