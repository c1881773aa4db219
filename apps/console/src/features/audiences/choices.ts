import { endpoints } from '#contracts';
import { useApiAll } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What shows audiences, and is read again after one of them changed. */
export const audienceReads: readonly string[] = [
  endpoints.listAudiences.name,
  endpoints.getAudience.name,
  endpoints.previewAudience.name,
  endpoints.previewInvitations.name,
  endpoints.listMeetingAudiences.name,
];

/** What shows tags or depends on them. */
export const tagReads: readonly string[] = [
  endpoints.listTags.name,
  endpoints.listPersonTags.name,
  endpoints.listInstitutionTags.name,
  endpoints.previewAudience.name,
  endpoints.previewInvitations.name,
];

/** The saved audiences to choose from, by name. */
export function useAudienceChoices(): Choice[] {
  const { language } = useText();
  const { data = [] } = useApiAll(endpoints.listAudiences, { query: { limit: 200 } });
  return data.map(({ id, name }) => ({ value: id, label: pickLocal(name, language).text }));
}

/** The tags to choose from; of two with the same name each says whose it is. */
export function useTagChoices(): Choice[] {
  const { language } = useText();
  const { data = [] } = useApiAll(endpoints.listTags, { query: { limit: 200 } });
  return data.map(({ id, name, institution }) => {
    const isAlone = data.every((other) => other.id === id || other.name !== name);
    return { value: id, label: isAlone ? name : `${name} (${pickLocal(institution.name, language).text})` };
  });
}
