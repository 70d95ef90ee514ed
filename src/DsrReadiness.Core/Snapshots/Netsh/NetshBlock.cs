using System.Collections.Generic;

namespace DsrReadiness.Snapshots.Netsh;

/// <summary>One interface of the text: a title over a line of dashes, and the lines below it.</summary>
/// <param name="Title">A sentence in the language of Windows that holds the interface's name.</param>
/// <param name="Line">The line of the title.</param>
/// <param name="Fields">The lines below it.</param>
internal sealed record NetshBlock(string Title, int Line, IReadOnlyList<NetshField> Fields);
