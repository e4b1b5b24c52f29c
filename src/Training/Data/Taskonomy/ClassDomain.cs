using System.Collections.Immutable;
using Surrogates.Numerics;
using Surrogates.Training.Data.Preprocessing;

namespace Surrogates.Training.Data.Taskonomy;

/// <summary>
/// What a classifier answered: a number for each of its classes, of which those of TransNAS-Bench-101 are kept and made to sum to 1; or
/// for those alone.
/// </summary>
internal sealed class ClassDomain(string task, TransNasClasses classes, ImmutableArray<string> names)
    : TaskonomyDomain(task, new TaskonomyFiles(names, names, ".npy"))
{
    // Sums of numbers that were kept in 16 bits are as far from 1.
    private const double Tolerance = 0.01;

    public override int Numbers => classes.Names.Length;

    public override void Read(
        string path, (int Width, int Height) picture, ImagePreprocessing preprocessing, Span<float> numbers, Span<byte> planes)
    {
        var answers = NpyFile.Read(path);
        if (answers.Length != classes.Total && answers.Length != Numbers)
        {
            throw new InputException(
                $"{path}: {answers.Length} numbers; {classes.Total}, or the {Numbers} that are used of them, are expected.");
        }

        var areProbabilities = AreProbabilities(answers);
        var kept = answers.Length == Numbers ? answers : [.. classes.Selected.Select(index => answers[index])];
        if (!areProbabilities)
        {
            var most = kept.Max();
            kept = Array.ConvertAll(kept, logit => PlainMath.Exp(logit - most));
        }

        var sum = kept.Sum();
        if (sum <= 0)
        {
            throw new InputException($"{path}: none of the {Numbers} classes that are used has a probability above 0.");
        }

        for (var i = 0; i < kept.Length; i++)
        {
            numbers[i] = (float)(kept[i] / sum);
        }
    }

    public override ImageLabels CreateLabels(IEnumerable<float> numbers) => new SoftLabels(classes.Names, numbers);

    // The classes that are used may have been cut out without making them sum to 1.
    private bool AreProbabilities(double[] answers)
    {
        var sum = answers.Sum();
        return answers.Min() >= 0 && sum <= 1 + Tolerance && (sum >= 1 - Tolerance || answers.Length == Numbers);
    }
}
