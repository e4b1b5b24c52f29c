namespace Surrogates.Benchmarks.Csv;

/// <summary>The text of a field, unquoted, and where it begins: line and column, counted from 1.</summary>
internal readonly record struct CsvField(string Text, int Line, int Column);
