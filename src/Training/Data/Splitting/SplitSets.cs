namespace Surrogates.Training.Data.Splitting;

/// <summary>The sets that a picture may come into.</summary>
[Flags]
internal enum SplitSets
{
    None = 0,
    Train = 1,
    Validation = 2,
    Test = 4,
    NotTest = Train | Validation,
    Any = Train | Validation | Test,
}
