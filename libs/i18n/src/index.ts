export { asLanguage, languages, pickLanguage } from './language.js';
export { createI18n, errorText, isErrorCode, translator } from './translator.js';
export type { TextValues, Translator } from './translator.js';
export type { ErrorCode, TextKey } from './catalogues.js';
export { daysOf } from './when.js';
export type { AllDayWhen, TimedWhen, When } from './when.js';
export { formatDay, formatDayRange, relativeDays } from './format-day.js';
export type { DayStyle } from './format-day.js';
export { formatMoment, formatOwnTime, formatTimeRange, formatWhen } from './format-time.js';
export { dateBlock } from './date-block.js';
export type { DateBlockWords } from './date-block.js';
export { fullName, greeting } from './greeting.js';
export type { AddressedPerson } from './greeting.js';
export { mapAddress, placeInOneLine, placeLines } from './place.js';
export type { PlaceWords } from './place.js';
export { formatList } from './format-list.js';
export { foldedWords, foldText, foundParts } from './fold-text.js';
export type { TextPart } from './fold-text.js';
export function ruleWords(description: object, language: string): string {
  return `${language} ${JSON.stringify(description)}`;
}
export { ruleWords } from './rule-words.js';
