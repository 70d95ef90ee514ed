using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Firewall;

/// <summary>Rules by the local addresses or ports that they name one by one: a server of many may have a rule for each, of which a flow to one of them need not ask the others.</summary>
internal sealed class NamedRules
{
    /// <summary>So many ports are asked of all rules sooner than they are put in order.</summary>
    private const int Few = 16;

    private readonly CandidateRule[] _all;
    private readonly Action<NamedRules> _put;
    private readonly List<(int At, CandidateRule Rule)> _others = [];
    private readonly Dictionary<object, List<(int At, CandidateRule Rule)>> _named = [];

    private int _portsAsked;
    private bool _isPut;

    private NamedRules(CandidateRule[] rules, Action<NamedRules> put)
    {
        _all = rules;
        _put = put;
    }

    public static NamedRules ByAddress(CandidateRule[] rules) => By(rules, rule => rule.LocalAddresses, range => range.First.Equals(range.Last));

    public static NamedRules ByPort(CandidateRule[] rules) => By(rules, rule => rule.LocalPorts, range => range.First == range.Last);

    /// <summary>The rules that may be about an address, in their order.</summary>
    public CandidateRule[] For(IPAddress address) => About(IPRange.Single(address));

    /// <summary>The rules that may be about ports, in their order; of ICMP, which has none, all.</summary>
    public CandidateRule[] For(PortRange? ports) => ports is { } one && one.First == one.Last && ++_portsAsked > Few ? About(one) : _all;

    /// <summary>The rules that may have all of some ports: those that may have the first.</summary>
    public CandidateRule[] Covering(PortRange? ports) => For(ports is { } all ? all with { Last = all.First } : null);

    private static NamedRules By<T>(CandidateRule[] rules, Func<CandidateRule, ValueList<T>> of, Func<T, bool> isOne)
        where T : struct => new(rules, all => all.Put(of, isOne));

    private void Put<T>(Func<CandidateRule, ValueList<T>> of, Func<T, bool> isOne)
        where T : struct
    {
        for (int at = 0; at < _all.Length; at++)
        {
            ValueList<T> local = of(_all[at]);
            bool isNamed = !local.IsAny && local.Unreadable is null && local.Keywords.Count == 0;
            foreach (T each in local.Values)
                isNamed &= isOne(each);
            if (!isNamed)
                _others.Add((at, _all[at]));
            for (int i = 0; isNamed && i < local.Values.Count; i++)
                Name(local.Values[i], at);
        }
    }

    private void Name(object one, int at)
    {
        if (!_named.TryGetValue(one, out List<(int At, CandidateRule Rule)>? named))
            _named.Add(one, named = []);
        if (named.Count == 0 || named[named.Count - 1].At != at) // A rule may name the same twice.
            named.Add((at, _all[at]));
    }

    private CandidateRule[] About(object one)
    {
        if (!_isPut)
            _put(this);
        _isPut = true;
        return [.. (_named.TryGetValue(one, out List<(int At, CandidateRule Rule)>? named) ? _others.Concat(named).OrderBy(each => each.At) : _others.AsEnumerable()).Select(each => each.Rule)];
    }
}
