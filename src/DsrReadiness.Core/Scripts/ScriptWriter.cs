using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DsrReadiness.Releases;
using DsrReadiness.Text;

namespace DsrReadiness.Scripts;

/// <summary>Puts a script together: what it is, what to do by hand, each step with its reason, and what shows the state afterwards.</summary>
internal sealed class ScriptWriter(ReleaseFacts facts, IScriptDialect dialect, string newLine)
{
    private const int Width = 100;
    private readonly StringBuilder _text = new();

    public string Write(ScriptPlan plan, ScriptPart part)
    {
        IReadOnlyList<(string Words, ScriptStep? Step)> steps = part == ScriptPart.Undo
            ? plan.Changes.Reverse().Select(change => (change.UndoWords, change.Undo)).ToArray()
            : plan.Changes.Select(change => (change.Words, (ScriptStep?)change.Do)).ToArray();
        IReadOnlyList<string> begin = dialect.Begin(plan);
        int head = dialect is CmdDialect ? 1 : 0;
        foreach (string line in begin.Take(head))
            Line(line);
        WriteHead(plan, part);
        if (part != ScriptPart.Verify)
            WriteByHand(steps, part == ScriptPart.Undo);
        foreach (string line in begin.Skip(head))
            Line(line);
        int number = 0;
        foreach ((string words, ScriptStep? step) in part == ScriptPart.Verify ? [] : steps)
        {
            IReadOnlyList<string> commands = step is null ? [] : dialect.Commands(step);
            if (commands.Count == 0 && step is not null)
                continue;
            Line(string.Empty);
            Remark((++number).ToString(CultureInfo.InvariantCulture) + ". " + words);
            foreach (string command in commands)
            {
                Line(command);
                if (dialect.AfterCommand is { } after)
                    Line(after);
            }
        }

        WriteLooks(steps.Select(each => each.Step).Concat(plan.Changes.Select(change => (ScriptStep?)change.Do)));
        if (dialect.End(plan) is { Count: > 0 } end)
        {
            Line(string.Empty);
            foreach (string line in end)
                Line(line);
        }

        return _text.ToString();
    }

    private void WriteHead(ScriptPlan plan, ScriptPart part)
    {
        string vips = string.Join(", ", plan.Service.VirtualIPAddresses);
        string what = part switch
        {
            ScriptPart.Verify => "shows " + vips,
            ScriptPart.Change => plan.IsRemoval ? $"takes {vips} out of service" : "sets up " + vips,
            _ => (plan.IsRemoval ? "puts back " : "takes back ") + vips,
        };
        Remark($"Direct Server Return: {what} on {facts.Name}{(ScriptComputer.Of(plan.ComputerName) is { } name && ScriptComputer.IsPlain(name) ? ", " + name : string.Empty)}.");
        Remark(part == ScriptPart.Verify ? "It changes nothing." : "Read it through first. Run it as administrator, on the server, and not through the VIP.");
        Remark("Written by DsrReadiness; not tried on a Windows of this release by its developers.");
        if (facts.OneProfileForAll.Value && facts.Firewall.Value == FirewallTool.NetshAdvFirewall && part == ScriptPart.Change)
        {
            Remark(string.Empty);
            Remark($"WARNING: {facts.Name} uses one firewall profile for all adapters, the most restrictive of them. A new loopback adapter is a public network: from then on the public profile holds for every adapter, and may shut out remote desktop. Before the adapter is made, see to it that the rules that let you in hold for the public profile too. The rules below hold for every profile.");
        }

        if (facts.Firewall.Value == FirewallTool.NetshFirewall && part == ScriptPart.Change && plan.Changes.Any(change => change.Do is ScriptStep.AddRule))
        {
            Remark(string.Empty);
            Remark($"WARNING: the firewall of {facts.Name} opens a port for all addresses of the server, not for the VIP alone. If the port was open before, leave its line out here and in the undo script.");
        }

        foreach (string left in plan.Left)
            Remark("Left: " + left);
        Line(string.Empty);
    }

    /// <summary>An adapter is made before the lines that use it, and goes after them; what else is done by hand is undone after them.</summary>
    private void WriteByHand(IReadOnlyList<(string Words, ScriptStep? Step)> steps, bool isUndo)
    {
        ScriptStep[] byHand = steps.Select(each => each.Step).OfType<ScriptStep>().Where(step => dialect.Commands(step).Count == 0).ToArray();
        ScriptStep[] after = byHand.Where(step => step is ScriptStep.RemoveLoopback || (isUndo && step is not ScriptStep.MakeLoopback)).ToArray();
        WriteByHand("By hand, before this script:", byHand.Except(after));
        WriteByHand("By hand, after this script:", after);
    }

    private void WriteByHand(string heading, IEnumerable<ScriptStep> steps)
    {
        string[] texts = steps.Select(dialect.ByHand).OfType<string>().Distinct().ToArray();
        if (texts.Length == 0)
            return;
        Remark(heading);
        foreach (string text in texts)
            Remark("* " + text);
        Line(string.Empty);
    }

    private void WriteLooks(IEnumerable<ScriptStep?> steps)
    {
        string[] looks = steps.OfType<ScriptStep>().SelectMany(dialect.Looks).Distinct().ToArray();
        if (looks.Length == 0)
            return;
        Line(string.Empty);
        Remark("How it is now:");
        foreach (string look in looks)
            Line(look);
    }

    private void Remark(string text)
    {
        foreach (string line in TextWrap.Lines(text, Width))
            Line((dialect.Comment + " " + line).TrimEnd());
    }

    private void Line(string line) => _text.Append(line).Append(newLine);
}
