namespace ChildFriendly.Core.Shared;

/// <summary>The five goal areas of the Child Friendly Cities framework of 2018; every initiative and measure belongs to one.</summary>
public enum GoalArea
{
    Respect,
    Voice,
    Services,
    Environment,
    Play,
}
