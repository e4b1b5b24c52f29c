using System.Numerics.Tensors;
using Surrogates.Models;
using Surrogates.Numerics;

namespace Surrogates.Graphs;

/// <summary>Fits graph neural networks to rows that begin with a graph.</summary>
internal static class GraphNetworkFit
{
    /// <summary>Trains the networks; each row is left out by some of them, which predict it as unseen.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="layout">Where the graph stands.</param>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="targets">The rows' targets, of about variance 1.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static RegressionFit Run(
        ArchitectureGraphOptions options, GraphLayout layout, float[] rows, double[] targets, CancellationToken cancellationToken)
    {
        options.Validate();
        var width = rows.Length / targets.Length;
        var scaling = GraphScaling.Fit(layout, rows, width);
        var graphs = new GraphRows(scaling);
        graphs.Read(rows, width);
        var network = new GraphNetwork(options.Convolution, options.HiddenSize, options.NumberOfLayers, scaling.NodeFeatures, scaling.Attributes);
        var leftOut = LeaveOut(targets.Length, options.NumberOfNetworks, options.Seed);
        var weights = new GraphNetworkTraining(options, network, graphs, scaling, targets).Run(leftOut, cancellationToken);
        OutputScale[] scales = [.. weights.Select(_ => OutputScale.Same)];
        var predictions = Create(noise: 0).PredictEach(rows);
        if (options.Loss != RankingLoss.SquaredError)
        {
            scales = [.. predictions.Select((scores, i) => OutputScale.Fit(scores, targets, leftOut[i]))];
            predictions = [.. predictions.Select((scores, i) => Array.ConvertAll(scores, scales[i].Apply))];
        }

        var heldOut = Average(predictions, leftOut);
        var left = leftOut.Count(rows => rows[0]);
        var error = heldOut.Select((mean, row) => (mean - targets[row]) * (mean - targets[row])).Average();

        // What fewer networks are worse by. No more than half of an error is taken to be of that.
        var excess = Math.Min(error / 2, Disagreement(predictions) * ((1.0 / left) - (1.0 / leftOut.Length)));
        var model = Create(Math.Sqrt(error - excess));
        return new RegressionFit(model, () =>
        {
            var means = new double[targets.Length];
            var deviations = new double[targets.Length];
            model.Predict(rows, means, deviations);
            TensorPrimitives.Multiply(deviations, error > excess ? Math.Sqrt(error / (error - excess)) : 1, deviations);
            return new HeldOutPredictions(heldOut, deviations, excess);
        });

        GraphNetworkModel Create(double noise) => new(width, scaling, network, weights, scales, noise);
    }

    // Every row is left out by as many networks, and a network leaves out as many rows as the next.
    private static bool[][] LeaveOut(int rows, int networks, int seed)
    {
        var each = networks < 10 ? 1 : 2;
        var random = SplitMix64.ForStream(seed, 2);
        var order = Enumerable.Range(0, rows).ToArray();
        random.Shuffle<int>(order);

        var leftOut = new bool[networks][];
        for (var network = 0; network < networks; network++)
        {
            leftOut[network] = new bool[rows];
        }

        for (var place = 0; place < rows; place++)
        {
            for (var i = 0; i < each; i++)
            {
                // Partners change from round to round, so that no two networks leave out the same rows.
                leftOut[(place + (i * (1 + (place / networks % (networks - 1))))) % networks][order[place]] = true;
            }
        }

        return leftOut;
    }

    private static double[] Average(double[][] predictions, bool[][] leftOut)
    {
        var means = new double[predictions[0].Length];
        for (var row = 0; row < means.Length; row++)
        {
            var (sum, count) = (0.0, 0);
            for (var network = 0; network < predictions.Length; network++)
            {
                if (leftOut[network][row])
                {
                    sum += predictions[network][row];
                    count++;
                }
            }

            means[row] = sum / count;
        }

        return means;
    }

    // The networks' variance about their mean, on average over the rows.
    private static double Disagreement(double[][] predictions)
    {
        var sum = 0.0;
        for (var row = 0; row < predictions[0].Length; row++)
        {
            var mean = predictions.Average(network => network[row]);
            sum += predictions.Sum(network => (network[row] - mean) * (network[row] - mean)) / (predictions.Length - 1);
        }

        return sum / predictions[0].Length;
    }
}
