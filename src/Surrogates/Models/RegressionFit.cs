namespace Surrogates.Models;

/// <summary>What training a regression gives.</summary>
/// <param name="Model">The model.</param>
/// <param name="PredictHeldOut">
/// Predicts each training row as if it had not been seen, where that comes without another fit (rows outside of a bootstrap, or in closed
/// form); null where it does not.
/// </param>
internal sealed record RegressionFit(IRegressionModel Model, Func<HeldOutPredictions>? PredictHeldOut = null);
