using System;
using System.IO;
using System.Text;

namespace DsrReadiness.Console.Output;

/// <summary>A stream to write to, whose failures can be told from those of reading.</summary>
internal sealed class OutputStream(Stream stream) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>For text: UTF-8 without a mark.</summary>
    public TextWriter ToWriter() => new StreamWriter(this, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw new OutputException(e);
        }
    }

    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            throw new OutputException(e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
