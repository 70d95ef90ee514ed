using System.Linq;
using DsrReadiness.Json;

namespace DsrReadiness.Tests.Json;

public class JsonBytesTests
{
    [Fact]
    public void Any_byte_that_differs_is_noticed_at_any_length()
    {
        for (int length = 0; length <= 40; length++)
        {
            byte[] piece = Enumerable.Range(1, length).Select(value => (byte)value).ToArray();
            byte[] buffer = [0xFF, .. piece, 0xFE, .. piece, 0xFD];
            Assert.Equal(length, JsonBytes.CountEqual(buffer, 1, length + 2, length));
            for (int at = 0; at < length; at++)
            {
                buffer[1 + at] ^= 0x80;
                Assert.Equal(at, JsonBytes.CountEqual(buffer, 1, length + 2, length));
                buffer[1 + at] ^= 0x80;
            }
        }
    }

    /// <summary>Each byte, at each place of each length, against each letter: plain is only what is the same letter in ASCII, and no escape.</summary>
    [Fact]
    public void Letters_are_plain_up_to_the_first_that_is_not_its_byte()
    {
        for (int length = 0; length <= 9; length++)
        {
            byte[] buffer = [0xFF, .. Enumerable.Repeat((byte)'a', length), (byte)'a'];
            Assert.Equal(length, JsonBytes.CountPlain(buffer, 1, length + 1, "b" + new string('a', length + 1), 1));
            for (int at = 0; at < length; at++)
            {
                for (int value = 0; value < 256; value++)
                {
                    buffer[1 + at] = (byte)value;
                    foreach (char letter in new[] { (char)value, (char)(value ^ 1), (char)(value + 256), '\\' })
                    {
                        bool isPlain = letter == value && value is < 0x80 and not '\\';
                        Assert.Equal(isPlain ? length : at, JsonBytes.CountPlain(buffer, 1, length + 1, new string('a', at) + letter + new string('a', length - at - 1), 0));
                    }
                }

                buffer[1 + at] = (byte)'a';
            }
        }
    }
}
