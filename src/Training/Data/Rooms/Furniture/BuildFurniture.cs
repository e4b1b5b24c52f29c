namespace Surrogates.Training.Data.Rooms.Furniture;

/// <summary>Puts a piece of furniture together within the builder's width, height and depth.</summary>
internal delegate void BuildFurniture(FurnitureBuilder builder);
