using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DsrReadiness.Checks.Listeners;

/// <summary>Ports that were added in rising order, as runs of neighbours.</summary>
internal sealed class PortRuns
{
    private readonly List<(int First, int Last)> _runs = [];

    public int Count { get; private set; }

    public int First => _runs[0].First;

    public void Add(int port)
    {
        Count++;
        int last = _runs.Count - 1;
        if (last >= 0 && _runs[last].Last == port - 1)
            _runs[last] = (_runs[last].First, port);
        else
            _runs.Add((port, port));
    }

    /// <summary>Each run as a port of a service is written, such as <c>udp/5000-5100</c>.</summary>
    public IReadOnlyCollection<string> Texts(string protocol) => _runs.Select(run => string.Format(
        CultureInfo.InvariantCulture, run.First == run.Last ? "{0}{1}" : "{0}{1}-{2}", protocol, run.First, run.Last)).ToArray();
}
