using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

/// <summary>A host that keeps what it is told to show, and answers questions with what it was given.</summary>
public sealed class TestHost : PSHost
{
    private readonly TestUI _ui;

    public TestHost(int[] answers) { _ui = new TestUI(answers); }

    public string Text { get { return _ui.Text.ToString(); } }

    public List<string> Questions { get { return _ui.Questions; } }

    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }

    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name { get { return "TestHost"; } }

    public override PSHostUserInterface UI { get { return _ui; } }

    public override Version Version { get { return new Version(1, 0); } }

    public override void EnterNestedPrompt() { throw new NotSupportedException(); }

    public override void ExitNestedPrompt() { throw new NotSupportedException(); }

    public override void NotifyBeginApplication() { }

    public override void NotifyEndApplication() { }

    public override void SetShouldExit(int exitCode) { }
}

public sealed class TestUI : PSHostUserInterface
{
    private readonly Queue<int> _answers;

    public TestUI(int[] answers) { _answers = new Queue<int>(answers); }

    public StringBuilder Text { get; } = new StringBuilder();

    public List<string> Questions { get; } = new List<string>();

    public override PSHostRawUserInterface RawUI { get; } = new TestRawUI();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Add(message);
        return _answers.Dequeue();
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw new NotSupportedException(); }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw new NotSupportedException(); }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowed, PSCredentialUIOptions options) { throw new NotSupportedException(); }

    public override string ReadLine() { throw new NotSupportedException(); }

    public override SecureString ReadLineAsSecureString() { throw new NotSupportedException(); }

    public override void Write(string value) { Text.Append(value); }

    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { Text.Append(value); }

    public override void WriteDebugLine(string message) { Text.AppendLine(message); }

    public override void WriteErrorLine(string value) { Text.AppendLine(value); }

    public override void WriteLine(string value) { Text.AppendLine(value); }

    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override void WriteVerboseLine(string message) { Text.AppendLine("VERBOSE: " + message); }

    public override void WriteWarningLine(string message) { Text.AppendLine("WARNING: " + message); }
}

/// <summary>A screen of 80 columns, of which nothing is known but its size.</summary>
public sealed class TestRawUI : PSHostRawUserInterface
{
    public override ConsoleColor BackgroundColor { get; set; }

    public override Size BufferSize { get; set; } = new Size(80, 300);

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; }

    public override ConsoleColor ForegroundColor { get; set; }

    public override bool KeyAvailable { get { return false; } }

    public override Size MaxPhysicalWindowSize { get { return BufferSize; } }

    public override Size MaxWindowSize { get { return BufferSize; } }

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize { get; set; } = new Size(80, 50);

    public override string WindowTitle { get; set; } = "";

    public override void FlushInputBuffer() { }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) { throw new NotSupportedException(); }

    public override KeyInfo ReadKey(ReadKeyOptions options) { throw new NotSupportedException(); }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { throw new NotSupportedException(); }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { throw new NotSupportedException(); }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { throw new NotSupportedException(); }
}
