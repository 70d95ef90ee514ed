using System.Globalization;

namespace DsrReadiness.Scripts;

/// <summary>
/// An interface in a script. What it does there is our word and may stand anywhere; its name comes from a server or a user and stands in quotes alone.
/// </summary>
/// <param name="Role">What it is called in comments and variables: <c>traffic</c> or <c>loopback</c>.</param>
/// <param name="Words">What it is called in sentences.</param>
/// <param name="Name">Its name, where it is given by name.</param>
/// <param name="Index">Its index, where it is given by index.</param>
internal sealed record ScriptInterface(string Role, string Words, string? Name, uint? Index)
{
    public static ScriptInterface Traffic(string given) => Of("traffic", "the traffic interface", given);

    public static ScriptInterface Loopback(string given) => Of("loopback", "the loopback adapter", given);

    /// <summary>An interface that answers for a VIP that does not belong there.</summary>
    public static ScriptInterface Answering(string given) => Of("answering", "the interface that answers for it", given);

    /// <summary>Digits alone are an index, as they are for netsh; an interface of such a name is given by its index.</summary>
    private static ScriptInterface Of(string role, string words, string given) =>
        uint.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out uint index) && index > 0
            ? new ScriptInterface(role, words, null, index)
            : new ScriptInterface(role, words, given, null);
}
