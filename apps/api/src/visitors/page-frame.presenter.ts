import type { FastifyRequest } from 'fastify';
import { asLanguage, pickLanguage } from '#i18n';
import type { Language } from '#kernel';
import { nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';
import type { PageFrame } from '../pages/views/page-frame.view.js';

const SITE = 'Jourfixe';

/** The language of a page without a person behind it: what the reader chose, else what the browser prefers. */
export function readersLanguage(request: FastifyRequest, chosen: unknown): Language {
  return asLanguage(chosen) ?? pickLanguage(request.headers['accept-language']);
}

export interface FrameFacts {
  readonly language: Language;
  readonly languageLinks: PageFrame['languageLinks'];
  /** Whose page it is, for colour and imprint. */
  readonly institution?: { readonly name: string; readonly colour: string | null };
  readonly indexed: boolean;
}

/** What stands around every page. */
export function presentFrame({ language, languageLinks, institution, indexed }: FrameFacts): PageFrame {
  return {
    language,
    languageLinks,
    site: { name: SITE, home: homeOf(language), imprint: [institution?.name ?? SITE] },
    colour: institution?.colour ?? null,
    indexed,
  };
}

/** What stands around a page of a meeting that is behind a token; `path` is its address. */
export function presentMeetingFrame(
  { institution }: Pick<MeetingBundle, 'institution'>,
  path: string,
  language: Language,
): PageFrame {
  return presentFrame({
    language,
    languageLinks: linksBehind(path),
    institution: { name: nameIn(institution, language), colour: institution.colour },
    indexed: false,
  });
}

/** The same page behind a token in both languages. */
export function linksBehind(path: string): PageFrame['languageLinks'] {
  return { de: `${path}?lang=de`, en: `${path}?lang=en` };
}

/** The path of a public page in a language: German at the root, English below `/en`. */
export function pathIn(language: Language, path: string): string {
  return language === 'de' ? path : `/en${path}`;
}

/** The language that the address of a public page says. */
export function languageOf(request: FastifyRequest): Language {
  return /^\/en(\/|\?|$)/.test(request.url) ? 'en' : 'de';
}

/** The same page in both languages. */
export function linksTo(path: string): PageFrame['languageLinks'] {
  return { de: pathIn('de', path), en: pathIn('en', path) };
}

function homeOf(language: Language): string {
  return pathIn(language, '/');
}
