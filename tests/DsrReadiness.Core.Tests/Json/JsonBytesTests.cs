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
}
