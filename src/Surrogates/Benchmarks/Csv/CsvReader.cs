using System.Text;

namespace Surrogates.Benchmarks.Csv;

/// <summary>
/// Reads the fields of a CSV text (RFC 4180), strictly, and knows the line and column of each: both counted from 1,
/// the column in characters. Lines may end in CR LF or LF; empty lines are skipped.
/// </summary>
internal sealed class CsvReader(TextReader reader, string file)
{
    /// <summary>Longer fields are taken for the sign of an unclosed quote.</summary>
    public const int MaximumFieldLength = 1 << 16;

    private const int End = -1;

    private readonly StringBuilder _field = new();
    private int _line = 1;
    private int _column = 1;

    /// <summary>Reads the next record into <paramref name="fields"/>; false at the end of the text.</summary>
    public bool Read(List<CsvField> fields)
    {
        fields.Clear();
        while (reader.Peek() is '\r' or '\n')
        {
            EndLine();
        }

        if (reader.Peek() == End)
        {
            return false;
        }

        while (true)
        {
            fields.Add(ReadField());
            if (reader.Peek() != ',')
            {
                EndLine();
                return true;
            }

            Next();
        }
    }

    public BenchmarkFormatException Error(int line, int column, string message) =>
        BenchmarkFormatException.AtPosition(file, line, column, message);

    private CsvField ReadField()
    {
        var (line, column) = (_line, _column);
        _field.Clear();
        if (reader.Peek() == '"')
        {
            ReadQuoted(line, column);
        }
        else
        {
            while (reader.Peek() is not (',' or '\r' or '\n' or End))
            {
                if (reader.Peek() == '"')
                {
                    throw Error(_line, _column, "a quote inside a field; put the whole field in quotes and double the quotes in it.");
                }

                Append(line, column);
            }
        }

        return new(_field.ToString(), line, column);
    }

    private void ReadQuoted(int line, int column)
    {
        Next();
        while (true)
        {
            switch (reader.Peek())
            {
                case End:
                    throw Error(line, column, "a quoted field that is never closed; end it with a quote.");
                case '"':
                    Next();
                    if (reader.Peek() != '"')
                    {
                        if (reader.Peek() is not (',' or '\r' or '\n' or End))
                        {
                            throw Error(_line, _column, "text after a closing quote; expected a comma or the end of the line.");
                        }

                        return;
                    }

                    break;
            }

            Append(line, column);
        }
    }

    private void Append(int fieldLine, int fieldColumn)
    {
        var character = (char)reader.Peek();
        if (character is '\0' or '\uFFFD')
        {
            throw Error(_line, _column, "this is not UTF-8 text; a CSV table or TransNAS-Bench-101's .pth is expected.");
        }

        if (_field.Length == MaximumFieldLength)
        {
            throw Error(fieldLine, fieldColumn, $"a field of more than {MaximumFieldLength} characters; is a quote not closed?");
        }

        _field.Append(character);
        Next();
    }

    private void EndLine()
    {
        if (reader.Peek() == '\r')
        {
            Next();
            if (reader.Peek() is not ('\n' or End))
            {
                throw Error(_line, _column, "a carriage return without a line feed; end lines with LF or CR LF.");
            }
        }

        if (reader.Peek() == '\n')
        {
            Next();
        }
    }

    private void Next()
    {
        if (reader.Read() == '\n')
        {
            _line++;
            _column = 1;
        }
        else
        {
            _column++;
        }
    }
}
