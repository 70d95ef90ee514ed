using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Firewall;

/// <summary>Rules by the local addresses that they name one by one: a server of many VIPs may have a rule for each, of which a flow to one of them need not ask the others.</summary>
internal sealed class AddressedRules
{
    private readonly List<(int At, CandidateRule Rule)> _others = [];
    private readonly Dictionary<IPRange, List<(int At, CandidateRule Rule)>> _named = [];

    public AddressedRules(CandidateRule[] rules)
    {
        for (int at = 0; at < rules.Length; at++)
        {
            ValueList<IPRange> local = rules[at].LocalAddresses;
            bool isNamed = !local.IsAny && local.Unreadable is null && local.Keywords.Count == 0 && local.Values.All(range => range.First.Equals(range.Last));
            if (!isNamed)
                _others.Add((at, rules[at]));
            foreach (IPRange range in isNamed ? local.Values.Distinct() : [])
            {
                if (!_named.TryGetValue(range, out List<(int, CandidateRule)>? named))
                    _named.Add(range, named = []);
                named.Add((at, rules[at]));
            }
        }
    }

    /// <summary>The rules that may be about an address, in their order.</summary>
    public CandidateRule[] For(IPAddress address) =>
        [.. (_named.TryGetValue(new IPRange(address, address), out List<(int At, CandidateRule Rule)>? named) ? _others.Concat(named).OrderBy(each => each.At) : _others.AsEnumerable()).Select(each => each.Rule)];
}
