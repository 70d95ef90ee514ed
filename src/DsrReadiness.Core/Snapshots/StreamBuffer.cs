using System;
using System.IO;

namespace DsrReadiness.Snapshots;

/// <summary>The bytes of a stream, in an array that each thread uses again for the next one.</summary>
internal sealed class StreamBuffer : IDisposable
{
    private const int LargestKept = 4 * 1024 * 1024;

    [ThreadStatic]
    private static StreamBuffer? s_idle;

    public byte[] Bytes { get; private set; } = new byte[64 * 1024];

    public int Count { get; private set; }

    public static StreamBuffer Rent()
    {
        StreamBuffer buffer = s_idle ?? new StreamBuffer();
        s_idle = null;
        return buffer;
    }

    public void Dispose()
    {
        if (Bytes.Length <= LargestKept)
            s_idle = this;
    }

    /// <summary>Reads the stream to its end; false if it has more bytes than allowed.</summary>
    public bool TryFill(Stream stream, int maximumBytes)
    {
        Count = 0;
        for (; ; )
        {
            int read = stream.Read(Bytes, Count, Bytes.Length - Count);
            if (read == 0)
                return true;
            Count += read;
            if (Count > maximumBytes)
                return false;
            if (Count == Bytes.Length)
                Grow(maximumBytes + 1L);
        }
    }

    private void Grow(long mostNeeded)
    {
        byte[] larger = new byte[Math.Min(Bytes.Length * 2L, mostNeeded)];
        Buffer.BlockCopy(Bytes, 0, larger, 0, Count);
        Bytes = larger;
    }
}
