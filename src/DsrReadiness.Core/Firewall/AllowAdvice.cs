namespace DsrReadiness.Firewall;

/// <summary>What to do where a rule is lacking. All findings of a service share these texts: written for each port anew, a thousand ports would take a thousand times a thousand commands.</summary>
/// <param name="commands">The commands that allow all that lacks a rule.</param>
internal sealed class AllowAdvice(string commands)
{
    public const string Unblock = "Switch the block rule off, or narrow it so that it leaves this traffic alone; no allow rule can override it.";

    public string Alone { get; } = "Run: " + commands + ".";

    public string AfterUnblocking { get; } = Unblock + " Then run: " + commands + ".";
}
