import { errorText } from '#i18n';
import type { FieldIssue } from './contract-issues.js';
import { useText } from './use-text.js';

/** The words of an issue, in the language shown now, even when that is changed later. */
export function IssueText({ issue }: { readonly issue: FieldIssue }) {
  const { t } = useText();
  return <>{errorText(t, issue.code, issue.params)}</>;
}
