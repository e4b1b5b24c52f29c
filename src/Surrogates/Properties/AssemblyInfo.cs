using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("q")]
