using System.Runtime.ExceptionServices;

namespace Surrogates.Numerics;

/// <summary>Independent jobs side by side, each single-threaded; what they give must not depend on how many run at a time.</summary>
public static class SideBySide
{
    /// <summary>Runs jobs 0 to <paramref name="count"/> − 1. The first failure stops the others and is thrown as it was.</summary>
    /// <param name="count">The number of jobs.</param>
    /// <param name="parallelism">The most that run at a time.</param>
    /// <param name="job">Runs a job.</param>
    /// <param name="progress">Receives the share that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Starts no more jobs.</param>
    public static void Run(
        int count, int parallelism, Action<int> job, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var done = 0;
        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism), CancellationToken = cancellationToken },
                index =>
                {
                    job(index);
                    progress?.Report((double)Interlocked.Increment(ref done) / count);
                });
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
