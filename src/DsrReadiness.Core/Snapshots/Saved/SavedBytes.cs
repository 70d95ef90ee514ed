using System.IO;
using System.Linq;
using System.Text;

namespace DsrReadiness.Snapshots.Saved;

/// <summary>The bytes of a file as UTF-8, without a mark. Windows PowerShell writes UTF-16 unless it is told otherwise.</summary>
internal sealed class SavedBytes
{
    private const int LongestHead = 4096;

    public SavedBytes(byte[] buffer, int count)
    {
        Buffer = buffer;
        Count = count;
        int first = count > 0 ? buffer[0] : -1;
        int second = count > 1 ? buffer[1] : -1;
        int third = count > 2 ? buffer[2] : -1;
        switch (first, second, third)
        {
            case (0xEF, 0xBB, 0xBF):
                Offset = 3;
                Count -= 3;
                break;
            case (0xFF, 0xFE, _):
                Convert(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2);
                break;
            case (0xFE, 0xFF, _):
                Convert(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2);
                break;
            case ( > 0, 0, _): // What is read begins with ASCII: a zero byte is the other half of a unit.
                Convert(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 0);
                break;
        }

        Start = Skip(Offset);
        First = At(Start);
    }

    public byte[] Buffer { get; private set; }

    public int Offset { get; private set; }

    public int Count { get; private set; }

    /// <summary>Why the bytes are no text; null if they may be.</summary>
    public string? Problem { get; private set; }

    /// <summary>The first character that is not white space.</summary>
    public char First { get; }

    /// <summary>The second.</summary>
    public char Second => At(Skip(Start + 1));

    /// <summary>Where the first stands.</summary>
    public int Start { get; }

    /// <summary>The first lines.</summary>
    public string[] Head => Encoding.UTF8.GetString(Buffer, Offset, System.Math.Min(Count, LongestHead)).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();

    public Stream ToStream() => new MemoryStream(Buffer, Offset, Count, writable: false);

    private char At(int at) => at < Offset + Count ? (char)Buffer[at] : '\0';

    private int Skip(int at)
    {
        while (At(at) is ' ' or '\t' or '\r' or '\n')
            at++;
        return at;
    }

    private void Convert(Encoding encoding, int mark)
    {
        try
        {
            Buffer = Encoding.UTF8.GetBytes(encoding.GetString(Buffer, mark, Count - mark));
            Offset = 0;
            Count = Buffer.Length;
        }
        catch (DecoderFallbackException)
        {
            Problem = "found bytes that are not UTF-16, though the file begins like it";
        }
    }
}
