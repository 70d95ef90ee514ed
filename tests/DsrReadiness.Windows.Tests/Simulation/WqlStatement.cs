using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DsrReadiness.Windows.Tests.Simulation;

/// <summary>Reads the WQL that is sent, character by character, as Windows would; apart from the code that writes it.</summary>
internal sealed class WqlStatement
{
    private readonly string _text;
    private int _at;

    private WqlStatement(string text) => _text = text;

    /// <summary>The columns; empty for all.</summary>
    public List<string> Columns { get; } = [];

    public string ClassName { get; private set; } = string.Empty;

    public List<(string Name, object Value)> Conditions { get; } = [];

    public static WqlStatement Parse(string text)
    {
        var statement = new WqlStatement(text);
        statement.Read();
        return statement;
    }

    private void Read()
    {
        Expect("SELECT");
        if (!Accept("*"))
        {
            do
                Columns.Add(Word());
            while (Accept(","));
        }

        Expect("FROM");
        ClassName = Word();
        if (Accept("WHERE"))
        {
            do
            {
                string name = Word();
                Expect("=");
                Conditions.Add((name, Literal()));
            }
            while (Accept("AND"));
        }

        Skip();
        if (_at < _text.Length)
            throw new FormatException("Text after the end of the statement: " + _text[_at..]);
    }

    private object Literal()
    {
        Skip();
        if (_text[_at] == '\'')
            return Quoted();
        string word = Word();
        return word switch { "TRUE" => true, "FALSE" => false, _ => long.Parse(word, CultureInfo.InvariantCulture) };
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        for (_at++; _text[_at] != '\''; _at++)
        {
            if (_text[_at] == '\\')
                _at++;
            text.Append(_text[_at]);
        }

        _at++;
        return text.ToString();
    }

    private string Word()
    {
        Skip();
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
        return _at > start ? _text[start.._at] : throw new FormatException($"A word was expected at {start} of {_text}");
    }

    private void Expect(string word)
    {
        if (!Accept(word))
            throw new FormatException($"{word} was expected at {_at} of {_text}");
    }

    private bool Accept(string word)
    {
        Skip();
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
