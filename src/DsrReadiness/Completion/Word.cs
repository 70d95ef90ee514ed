namespace DsrReadiness.Completion;

/// <summary>Something that can be completed to.</summary>
/// <param name="Text">What is inserted, before any quoting.</param>
/// <param name="Shown">What the menu shows.</param>
/// <param name="Tip">What it means.</param>
/// <param name="IsShownUnasked">False for another way to say what the list has already, offered only to who has begun to type it.</param>
internal sealed record Word(string Text, string Shown, string Tip, bool IsShownUnasked = true);
