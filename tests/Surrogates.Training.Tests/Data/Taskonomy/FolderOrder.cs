namespace Surrogates.Training.Tests.Data.Taskonomy;

/// <summary>How the folders of buildings and of domains lie in one another.</summary>
public enum FolderOrder
{
    BuildingDomain,
    DomainComponentBuilding,
    DomainBuilding,
}
