using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DsrReadiness.Desired;
using DsrReadiness.Desired.Settings;
using DsrReadiness.Releases;
using DsrReadiness.Text;

namespace DsrReadiness.Scripts;

/// <summary>Puts a script together: what it is, what to do by hand, each step with its reason, and what shows the state afterwards.</summary>
internal sealed class ScriptWriter(ReleaseFacts facts, IScriptFrame frame, string newLine)
{
    private const int Width = 100;
    private readonly StringBuilder _text = new();
    private Shell _shell = Shell.Line;

    public string Write(ScriptPlan plan, ScriptPart part)
    {
        _shell = Shell.Script(facts, plan.First);
        IReadOnlyList<(string Words, Setting? Setting)> steps = part == ScriptPart.Undo
            ? [.. plan.Changes.Reverse().Select(change => (change.Undo?.Words ?? change.Do.Stays, change.Undo))]
            : [.. plan.Changes.Select(change => (change.Do.Words, (Setting?)change.Do))];
        IReadOnlyList<string> begin = frame.Begin(plan);
        int head = frame.LinesBeforeHead;
        foreach (string line in begin.Take(head))
            Line(line);
        WriteHead(plan, part);
        if (part != ScriptPart.Verify)
            WriteByHand(steps, part == ScriptPart.Undo);
        foreach (string line in begin.Skip(head))
            Line(line);
        int number = 0;
        foreach ((string words, Setting? step) in part == ScriptPart.Verify ? [] : steps)
        {
            IReadOnlyList<string> commands = step is null ? [] : Text(step).Commands;
            if (commands.Count == 0 && step is not null)
                continue;
            Line(string.Empty);
            Remark((++number).ToString(CultureInfo.InvariantCulture) + ". " + words);
            foreach (string command in commands)
            {
                Line(command);
                if (frame.AfterCommand is { } after)
                    Line(after);
            }
        }

        WriteLooks(steps.Select(each => each.Setting).Concat(plan.Changes.Select(change => (Setting?)change.Do)));
        if (frame.End(plan) is { Count: > 0 } end)
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

        if (facts.Firewall.Value == FirewallTool.NetshFirewall && part == ScriptPart.Change && plan.Changes.Any(change => change.Do is FirewallRule { IsPresent: true }))
        {
            Remark(string.Empty);
            Remark($"WARNING: the firewall of {facts.Name} opens a port for all addresses of the server, not for the VIP alone. If the port was open before, leave its line out here and in the undo script.");
        }

        foreach (string left in plan.Left)
            Remark("Left: " + left);
        Line(string.Empty);
    }

    /// <summary>An adapter is made before the lines that use it, and goes after them; what else is done by hand is undone after them.</summary>
    private void WriteByHand(IReadOnlyList<(string Words, Setting? Setting)> steps, bool isUndo)
    {
        Setting[] byHand = [.. steps.Select(each => each.Setting).OfType<Setting>().Where(step => Text(step).Commands.Count == 0)];
        Setting[] after = [.. byHand.Where(step => step is LoopbackDevice { IsPresent: false } || (isUndo && step is not LoopbackDevice))];
        WriteByHand("By hand, before this script:", byHand.Except(after));
        WriteByHand("By hand, after this script:", after);
    }

    private void WriteByHand(string heading, IEnumerable<Setting> steps)
    {
        string[] texts = steps.Select(step => Text(step).ByHand).OfType<string>().Distinct().ToArray();
        if (texts.Length == 0)
            return;
        Remark(heading);
        foreach (string text in texts)
            Remark("* " + text);
        Line(string.Empty);
    }

    private void WriteLooks(IEnumerable<Setting?> steps)
    {
        string[] looks = steps.OfType<Setting>().SelectMany(step => Text(step).Looks).Distinct().ToArray();
        if (looks.Length == 0)
            return;
        Line(string.Empty);
        Remark("How it is now:");
        foreach (string look in looks)
            Line(look);
    }

    private ShellText Text(Setting setting) => frame.Text(setting, _shell);

    private void Remark(string text)
    {
        foreach (string line in TextWrap.Lines(text, Width))
            Line((frame.Comment + " " + line).TrimEnd());
    }

    private void Line(string line) => _text.Append(line).Append(newLine);
}
