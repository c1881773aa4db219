import type { InstitutionKind } from '#contracts';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { SlugHistory } from './slug-history.entity.js';

interface SlugWish {
  readonly kind: InstitutionKind;
  readonly slug: string;
  /** Null for a new institution. */
  readonly institutionId: Id | null;
  /** The slug that is given up for it. */
  readonly retiring?: string;
}

/**
 * Makes sure that nobody else had the slug before: under it their pages redirect and their feeds are subscribed to.
 * Throws `institution.slug-taken`; whether somebody has it now is the unique constraint's affair. Holds advisory locks
 * on both slugs until the end of the transaction, because giving one up and taking it touch two tables.
 */
export async function reserveSlug(tx: Tx, wish: SlugWish): Promise<void> {
  const { kind, slug, institutionId, retiring = slug } = wish;
  const names = [slug, retiring].map((name) => `institution slug ${kind} ${name}`).toSorted();
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtext(name)) FROM unnest($1::text[]) AS name', [
    names,
  ]);
  const retired = await tx.manager.findOne(SlugHistory, { where: { kind, slug } });
  if (retired !== null && retired.institutionId !== institutionId) {
    throw new DomainError('institution.slug-taken', { slug });
  }
}
