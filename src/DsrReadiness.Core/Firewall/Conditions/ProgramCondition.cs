using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Firewall.Conditions;

/// <summary>
/// The rule is for the program, or the service, that listens. Windows' own rules for its services are for any port, so that one for another program is about other traffic, unless it names
/// the port.
/// </summary>
internal sealed class ProgramCondition(
    string property, string noun, Func<FirewallRule, Field<string>> read, Func<ListeningPrograms, Flow, string, Judgement> ask) : IRuleCondition<FirewallRule>
{
    public Answer Ask(FirewallRule rule, RuleQuestion question)
    {
        Field<string> field = read(rule);
        Answer limited = Limit.Of(field, property, Match.Yes, text => $"is limited to the {noun} {text}");
        if (limited.Clause is null || limited.Match != Match.Yes)
            return limited;
        Judgement judgement = ask(question.Host.Programs, question.Flow, field.Value);
        string clause = limited.Clause + ", and " + judgement.Why;
        return judgement.Fits switch
        {
            true => new Answer(Match.Yes, clause),
            null => new Answer(Match.Unknown, clause),
            false => question.Flow.Ports is null || RulePorts.Read(rule.LocalPorts).IsAny ? Answer.No : new Answer(Match.Part, clause),
        };
    }
}
