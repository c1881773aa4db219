/** When a rule ends; `on` is the last day it may fall on (2028-03-12), the day itself included. */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'until'; readonly on: string };

/** A weekday of a period: its nth, counted from the end when negative. Weekdays are ISO's, Monday is 1. */
export interface NthWeekday {
  readonly nth: number;
  readonly weekday: number;
}

/** A part of a rule that has no words of its own, as RFC 5545 writes it: `BYWEEKNO` and `20`. */
export interface RulePart {
  readonly name: string;
  readonly value: string;
}

/** Which days of its periods a rule names; months are 1 to 12 and none means every one. */
export type RulePattern =
  /** Every `interval` days, on these weekdays only, if any. */
  | {
      readonly kind: 'daily';
      readonly interval: number;
      readonly weekdays: readonly number[];
      readonly months: readonly number[];
    }
  | {
      readonly kind: 'weekly';
      readonly interval: number;
      readonly weekdays: readonly number[];
      readonly months: readonly number[];
    }
  /** Days of the month, counted from its end when negative: -1 is the last. */
  | {
      readonly kind: 'month-days';
      readonly every: RulePeriod;
      readonly days: readonly number[];
      readonly months: readonly number[];
    }
  | {
      readonly kind: 'nth-weekdays';
      readonly every: RulePeriod;
      readonly weekdays: readonly NthWeekday[];
      readonly months: readonly number[];
    }
  /** Monday to Friday, the nth of them: -1 is the last workday. Holidays are not looked at. */
  | {
      readonly kind: 'nth-workdays';
      readonly every: RulePeriod;
      readonly nths: readonly number[];
      readonly months: readonly number[];
    }
  /** The nth weekday of the whole year. */
  | { readonly kind: 'year-weekdays'; readonly interval: number; readonly weekdays: readonly NthWeekday[] }
  | { readonly kind: 'other'; readonly every: RulePeriod; readonly parts: readonly RulePart[] };

/** Every so many days, weeks, months or years. */
export interface RulePeriod {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
}

/** A rule of dates as data that can be put in words in any language. */
export type RuleDescription =
  | { readonly kind: 'picked'; readonly count: number; readonly first: string; readonly last: string }
  | (RulePattern & { readonly end: RuleEnd; readonly exceptions: number });
