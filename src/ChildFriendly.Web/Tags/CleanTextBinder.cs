using System.Globalization;
using ChildFriendly.Core.Shared;
using ChildFriendly.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ChildFriendly.Web.Tags;

/// <summary>Every text from a form arrives clean: see <see cref="PlainText.Clean"/>. What is not readable text is refused.</summary>
public sealed class CleanTextBinderProvider : IModelBinderProvider, IModelBinder
{
    public const string Unreadable = "errors.unreadable";

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Path) != true ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var typed = value.FirstValue ?? "";
        if (PlainText.IsUnreadable(typed))
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Unreadable);
        }

        var clean = PlainText.Clean(typed);
        var isLong = bindingContext.ModelMetadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.MultilineText);
        bindingContext.Result = ModelBindingResult.Success(isLong ? clean : PlainText.OneLine(clean));
        return Task.CompletedTask;
    }
}

/// <summary>Validation messages are keys of our texts, which the field tags look up.</summary>
public sealed class ErrorKeys : IValidationMetadataProvider
{
    public const string Required = "errors.required";
    public const string TooLong = "errors.too-long";
    public const string TooShort = "errors.too-short";
    public const string OutOfRange = "errors.out-of-range";
    public const string Invalid = "errors.invalid";

    /// <summary>A refusal as the state of a form holds it: the key and, where there is one, its number.</summary>
    public static string Of(Refusal refusal) => refusal.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{refusal.Key}#{count}") : refusal.Key;

    public static string TextOf(string error, Wording texts) => error.Split('#') is [var key, var count]
        ? texts.Count(key, int.Parse(count, CultureInfo.InvariantCulture)) : texts[error];

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var validator in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>())
        {
            if (validator is System.ComponentModel.DataAnnotations.DataTypeAttribute)
            {
                // Says how a text is written, not that it is wrong.
                continue;
            }

            validator.ErrorMessage ??= validator switch
            {
                System.ComponentModel.DataAnnotations.RequiredAttribute => Required,
                System.ComponentModel.DataAnnotations.StringLengthAttribute => TooLong,
                System.ComponentModel.DataAnnotations.MinLengthAttribute => TooShort,
                System.ComponentModel.DataAnnotations.RangeAttribute => OutOfRange,
                _ => Invalid,
            };
        }
    }

    public static void Name(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueIsInvalidAccessor(_ => Invalid);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Invalid);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Invalid);
        messages.SetUnknownValueIsInvalidAccessor(_ => Invalid);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Invalid);
        messages.SetValueMustBeANumberAccessor(_ => Invalid);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Invalid);
        messages.SetValueMustNotBeNullAccessor(_ => Required);
        messages.SetMissingBindRequiredValueAccessor(_ => Required);
        messages.SetMissingKeyOrValueAccessor(() => Required);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Required);
    }
}
