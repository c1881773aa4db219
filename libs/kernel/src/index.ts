export { DomainError, FieldsError } from './domain-error.js';
export type { ErrorParams } from './domain-error.js';
export { newId } from './ids.js';
export type { Id } from './ids.js';
export { Clock, SystemClock } from './clock.js';
export { TokenKeys, hashToken, isTokenShaped, sha256 } from './tokens.js';
export type { DerivedToken, TokenPurpose, TokenSource } from './tokens.js';
export { slugWords } from './slug-words.js';
export { pickText } from './localized-text.js';
export type { Language, LocalizedText, PickedText } from './localized-text.js';
export { Temporal } from 'temporal-polyfill';
export { StandardOutput, Terminal } from './terminal.js';
export type {
  NthWeekday,
  RuleDescription,
  RuleEnd,
  RulePart,
  RulePattern,
  RulePeriod,
} from './rule-description.js';
