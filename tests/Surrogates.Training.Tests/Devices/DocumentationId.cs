using System.Reflection;

namespace Surrogates.Training.Tests.Devices;

/// <summary>What the compiler calls a method in documentation files and lists of banned symbols.</summary>
/// <remarks>C# language specification, annex D.4.2, "ID string format".</remarks>
internal static class DocumentationId
{
    public static string Of(MethodInfo method)
    {
        var arity = method.IsGenericMethod ? FormattableString.Invariant($"``{method.GetGenericArguments().Length}") : "";
        var parameters = string.Join(",", method.GetParameters().Select(parameter => Of(parameter.ParameterType)));
        var isConversion = method.Name is "op_Implicit" or "op_Explicit";
        return $"M:{Of(method.DeclaringType!)}.{method.Name}{arity}"
            + (parameters.Length > 0 ? $"({parameters})" : "")
            + (isConversion ? $"~{Of(method.ReturnType)}" : "");
    }

    private static string Of(Type type)
    {
        if (type.IsGenericParameter)
        {
            return FormattableString.Invariant($"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}");
        }

        if (type.HasElementType)
        {
            var element = Of(type.GetElementType()!);
            return type.IsByRef ? $"{element}@"
                : type.IsPointer ? $"{element}*"
                : type.GetArrayRank() == 1 ? $"{element}[]"
                : $"{element}[{string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank()))}]";
        }

        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        return type.IsGenericType
            ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(",", type.GetGenericArguments().Select(Of))}}}"
            : name;
    }
}
