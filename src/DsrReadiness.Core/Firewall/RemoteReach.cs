using System.Collections.Generic;
using System.Linq;
using DsrReadiness.Addresses;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall;

/// <summary>Which of a flow's sources a rule is for, by its remote addresses.</summary>
internal sealed class RemoteReach
{
    private readonly Flow _flow;
    private readonly FirewallHost _host;
    private readonly ValueList<IPRange> _remote;
    private readonly List<IPRange> _possible = [];
    private readonly string? _untold;

    public RemoteReach(TrafficRule rule, RuleQuestion question)
    {
        _flow = question.Flow;
        _host = question.Host;
        _remote = RuleAddresses.Read(rule.RemoteAddresses);
        _untold = _remote.Unreadable;
        var sure = new List<IPRange>(_remote.Values);
        foreach (string keyword in _remote.Keywords)
        {
            KeywordMeaning meaning = question.Host.Keywords.Of(keyword, question);
            sure.AddRange(meaning.Sure);
            _possible.AddRange(meaning.Possible);
            if (!meaning.IsAll)
                _untold ??= keyword + ", and what that stands for is not known";
        }

        Sure = _remote.IsAny ? [_flow.Sources] : sure;
        Answer = Ask();
    }

    /// <summary>The sources that the rule matches for certain.</summary>
    public IReadOnlyList<IPRange> Sure { get; }

    /// <summary>The sources that it matches if what is not known is in its favour.</summary>
    public IEnumerable<IPRange> Possible => IsAnything ? [_flow.Sources] : Sure.Concat(_possible);

    /// <summary>True if more than is certain may be matched.</summary>
    public bool IsOpen => IsAnything || (_possible.Any(_flow.Sources.Overlaps) && !_host.Covers(Sure, _flow));

    public Answer Answer { get; }

    private bool IsAnything => !_remote.IsAny && _untold is not null;

    private Answer Ask()
    {
        if (_remote.IsAny || _host.Covers(Sure, _flow))
            return Answer.Yes;
        if (_untold is not null)
            return Answer.Unknown("RemoteAddress", _untold);
        string clause = "is limited to the remote addresses " + _remote;
        if (_possible.Count > 0 && _host.Covers(Sure.Concat(_possible), _flow))
            return Answer.Unknown("RemoteAddress", _remote + ", and whether it stands for addresses of other interfaces is not known");
        if (Possible.Any(_flow.Sources.Overlaps))
            return new Answer(Match.Part, clause);
        return _remote.Keywords.Count > 0 || _remote.Values.Any(range => range.Family == _flow.Family) ? new Answer(Match.Beside, clause) : Answer.No;
    }
}
