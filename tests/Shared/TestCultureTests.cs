using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace DsrReadiness.TestSupport;

public sealed class TestCultureTests
{
    [Fact]
    public async Task Every_thread_has_the_culture_that_was_asked_for()
    {
        Assert.Equal(TestCulture.Asked, CultureInfo.DefaultThreadCurrentCulture);
        CultureInfo expected = TestCulture.Asked ?? CultureInfo.CurrentCulture;
        CultureInfo? seen = null;
        var thread = new Thread(() => seen = CultureInfo.CurrentCulture);
        thread.Start();
        thread.Join();
        Assert.Equal(expected, seen);
        Assert.Equal(expected, CultureInfo.CurrentCulture);
        Assert.Equal(expected, await Task.Run(() => CultureInfo.CurrentCulture));
    }
}
