using System;
using System.Collections.Generic;
using DsrReadiness.Checks;
using DsrReadiness.Verdicts;

namespace DsrReadiness.Tests.Checks;

/// <summary>A check that finds what a test tells it to find.</summary>
internal sealed class ScriptedCheck(string id, Func<CheckContext, IEnumerable<Finding>> evaluate, CheckNeeds needs = CheckNeeds.None, string? name = null)
    : Check(new CheckInfo(id, "It holds", [Severity.Error, Severity.Warning], [], needs) { Name = name ?? "Check" + id })
{
    public ScriptedCheck(string id, params Finding[] findings)
        : this(id, _ => findings)
    {
    }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public override IEnumerable<Finding> Evaluate(CheckContext context)
    {
        Asked++;
        return evaluate(context);
    }
}
