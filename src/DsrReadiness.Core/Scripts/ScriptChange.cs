namespace DsrReadiness.Scripts;

/// <summary>A step and what takes it back.</summary>
/// <param name="Words">What the step does, in words that hold nothing of a server's.</param>
/// <param name="Do">The step.</param>
/// <param name="UndoWords">What taking it back does; or why it is not taken back.</param>
/// <param name="Undo">What takes it back; null if it stays.</param>
internal sealed record ScriptChange(string Words, ScriptStep Do, string UndoWords, ScriptStep? Undo);
