using System;
using System.IO;
using System.Linq;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Output;

/// <summary>The memory that is looked at is that of the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    private const int Files = 400;
    private const long Allowance = 4 * 1024 * 1024;

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public void Memory_does_not_grow_with_the_number_of_files(string format)
    {
        using var folder = new TemporaryFolder();
        string[] files = Enumerable.Range(0, Files).Select(i => folder.Write($"{i}.json", Samples.ReadyText($"WEB{i}"))).ToArray();
        using var watching = new WatchingStream();
        Assert.Equal(0, new Dsr().Output(watching).With(["test", .. files, .. Samples.Service, "--format", format]).Status);
        Assert.InRange(watching.Writes, Files, int.MaxValue);
        Assert.InRange(watching.Last, 1, watching.Early + Allowance);
    }

    /// <summary>Forgets what is written, and looks at the memory early and late.</summary>
    private sealed class WatchingStream : MemoryStream
    {
        public int Writes { get; private set; }

        public long Early { get; private set; }

        public long Last { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            if (Writes == 50)
                Early = GC.GetTotalMemory(forceFullCollection: true);
            else if (Writes % 100 == 0)
                Last = GC.GetTotalMemory(forceFullCollection: true);
        }
    }
}
