import { publicPath } from '#directory';
import type { InstitutionView } from '#directory';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import { nameIn } from '#meetings';
import type { InstitutionPageView } from '../pages/views/public.view.js';
import { linksTo, presentFrame } from './page-frame.presenter.js';

type Described = Omit<
  InstitutionPageView,
  'upcoming' | 'past' | 'members' | 'memberOf' | 'operator' | 'feedUrl'
>;

/** What an institution says of itself, as its page shows it. */
export function presentInstitutionView(institution: InstitutionView, language: Language): Described {
  const { kind, name, field, laender, seat, website, colour, mainLanguage, logoFileId } = institution;
  return {
    frame: presentFrame({
      language,
      languageLinks: linksTo(publicPath(institution) ?? '/'),
      institution: { name: nameIn(institution, language), colour },
      indexed: true,
    }),
    kind,
    name: pickText(name, language, mainLanguage),
    description: null,
    field: field === null ? null : pickText(field, language, mainLanguage),
    laender,
    seat,
    website,
    logoUrl: logoFileId === null ? null : `/files/${logoFileId}`,
  };
}
