using System.Diagnostics;
using Surrogates.Architectures;
using Surrogates.Training.Data;
using Surrogates.Training.Models;
using Surrogates.Training.Tasks;
using TorchSharp;

namespace Surrogates.Training.Loop;

/// <summary>One training, from its first step or from a checkpoint to its end.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly TrainingProtocol _protocol;
    private readonly ITrainingTask _task;
    private readonly ImageSubset? _validation;
    private readonly BatchLoader _batches;
    private readonly TrainingStep _step;
    private readonly NetworkState _state;
    private readonly CheckpointFile? _checkpoint;
    private readonly Stopwatch _watch = new();
    private readonly List<EpochResult> _epochs = [];
    private readonly StepTime _stepTime;
    private readonly TrainedNetwork _network;
    private readonly ComputePlacement _placement;
    private double _secondsBefore;
    private int _plannedEpochs;
    private bool _isHandedOver;

    public TrainingRun(
        Architecture architecture, ITrainingTask task, ImageSubset training, ImageSubset? validation, TrainingOptions options)
    {
        _options = options;
        _task = task;
        _validation = validation is { Count: > 0 } ? validation : null;
        _protocol = options.Protocol ?? task.GetProtocol(TrainingPreset.Small);
        Validate(training);
        _plannedEpochs = _protocol.Epochs;
        _placement = new ComputePlacement(options.Device ?? TrainingDevice.Find("cpu"), options.Precision);
        _stepTime = new StepTime(_placement);
        if (options.CheckpointFolder is { } folder)
        {
            // Before there is anything to free: the folder may be refused.
            var identity = TrainingIdentity.Of(architecture, task, training, _validation, options);
            _checkpoint = new CheckpointFile(folder, architecture, options.Seed, identity);
        }

        _network = TrainedNetwork.Create(
            new NetworkDefinition(
                architecture,
                task,
                options.Network.For(training.Dataset.Height, training.Dataset.Width, task.IsDense),
                training.Dataset.Height,
                training.Dataset.Width),
            _placement,
            options.Seed);
        _batches = new BatchLoader(training, _protocol.Augmentation, _protocol.BatchSize, options.Seed);
        _step = new TrainingStep(_network, _protocol, options.Seed);
        _state = new NetworkState(_network.Module, _step);
    }

    private double Seconds => _secondsBefore + _watch.Elapsed.TotalSeconds;

    /// <summary>Trains what is left.</summary>
    public TrainedNetwork Complete(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        using var best = new BestWeights(_task.Metric, _options.Patience);
        Resume(best);
        _watch.Start();
        var end = Train(best, progress, cancellationToken);
        best.RestoreTo(_state);
        _network.Module.eval();
        _isHandedOver = true;
        return _network.With(new TrainingSummary(
            _epochs,
            _epochs.ElementAtOrDefault((best.Epoch ?? _epochs.Count) - 1),
            end,
            Seconds,
            _stepTime.MedianMilliseconds,
            _step.ParameterCount,
            _batches.BatchSize,
            _step.HalvesBatches));
    }

    public void Dispose()
    {
        _step.Dispose();
        if (!_isHandedOver)
        {
            _network.Dispose();
        }
    }

    private TrainingEnd Train(BestWeights best, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        while (_epochs.Count < _plannedEpochs && !best.IsOverdue)
        {
            if (!TrainEpoch(progress, cancellationToken, out var result))
            {
                return TrainingEnd.OutOfTime;
            }

            _epochs.Add(result);
            best.Consider(result, _state);
            PlanEpochs();
            _checkpoint?.Write(new Checkpoint(_plannedEpochs, Seconds, _epochs, _state, best));
            progress?.Report(new TrainingProgress(
                result.Epoch, _plannedEpochs, (double)result.Epoch / _plannedEpochs, result.TrainingLoss, result));
        }

        return _epochs.Count == _protocol.Epochs ? TrainingEnd.Completed
            : best.IsOverdue ? TrainingEnd.StoppedEarly
            : TrainingEnd.OutOfTime;
    }

    private bool TrainEpoch(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken, out EpochResult result)
    {
        var epoch = _epochs.Count;
        using var losses = new LossLog(_placement, _batches.BatchesAnEpoch, epoch);
        var steps = (long)epoch * _batches.BatchesAnEpoch;
        var rate = 0.0;
        result = null!;
        _network.Module.train();
        foreach (var pixels in _batches.Train(epoch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_options.TimeBudget is { } budget && Seconds > budget.TotalSeconds)
            {
                return false;
            }

            using var scope = torch.NewDisposeScope();
            rate = Schedule.GetRate(steps);
            var batch = _network.CreateBatch(pixels, _batches.Labels, _protocol.Augmentation);
            using (_stepTime.Measure())
            {
                losses.Add(_step.Take(batch, rate));
            }

            steps++;
            progress?.Report(new TrainingProgress(
                epoch + 1, _plannedEpochs, (double)steps / ((long)_plannedEpochs * _batches.BatchesAnEpoch), losses.Last, Completed: null));
        }

        var mean = losses.Mean();
        if (!_step.Parameters.AreFinite())
        {
            // The loss of the last step does not tell.
            throw new TrainingFailedException(FormattableString.Invariant(
                $"a weight is not finite after epoch {epoch + 1}: the training has diverged; a lower learning rate may help."));
        }

        var metrics = _validation is { } validation ? _network.Evaluate(validation) : null;
        result = new EpochResult(epoch + 1, rate, mean, metrics, Seconds);
        return true;
    }

    private CosineSchedule Schedule => new(
        _protocol.Optimizer.LearningRate,
        _protocol.WarmUpEpochs * _batches.BatchesAnEpoch,
        (long)_plannedEpochs * _batches.BatchesAnEpoch);

    // The learning rate has to fall to 0 in the time that there is.
    private void PlanEpochs()
    {
        if (_options.TimeBudget is { } budget && _epochs.Count < _plannedEpochs)
        {
            var anEpoch = Seconds / _epochs.Count;
            var fitting = (int)Math.Min(int.MaxValue, Math.Max(0, budget.TotalSeconds - Seconds) / anEpoch);
            _plannedEpochs = Math.Clamp(_epochs.Count + fitting, _epochs.Count, _plannedEpochs);
        }
    }

    private void Resume(BestWeights best)
    {
        if (_checkpoint?.TryRead(_state, best) is { } checkpoint)
        {
            _plannedEpochs = checkpoint.PlannedEpochs;
            _secondsBefore = checkpoint.Seconds;
            _epochs.AddRange(checkpoint.Epochs);
        }
    }

    private void Validate(ImageSubset training)
    {
        if (training.Count < 2)
        {
            throw new InputException($"{training.Dataset.Name}: {training.Count} pictures to train on; at least 2 are needed.");
        }

        _protocol.Validate();
        if (_options.Patience is not null && _validation is null)
        {
            throw new InputException("early stopping needs validation pictures, and there are none.");
        }

        OptionRange.Require(_options.Patience is null or >= 1, "patience", _options.Patience, "at least 1");
        OptionRange.Require(_options.TimeBudget is null || _options.TimeBudget > TimeSpan.Zero, "time", _options.TimeBudget, "more than nothing");
    }
}
