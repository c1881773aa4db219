import { newId } from '#kernel';
import { foldName } from '../reading/fold.js';
import type { Known, KnownTag } from './known.js';
import type { NewTag, Outcome, PlannedPart, Tagging } from './plan.js';

/** Who is to carry the tags of a row. */
export type TagBearer = Pick<Tagging, 'kind' | 'id'>;

/**
 * Decides which tags a row gives, and takes account of the rows before it. They are those that the institution keeps; the
 * same word written otherwise is the same tag. None is taken away by a file that does not name it.
 */
export class TagPlanner {
  private readonly byName = new Map<string, KnownTag>();
  private readonly made = new Map<string, NewTag>();
  private readonly carried = new Set<string>();

  constructor(private readonly known: Pick<Known, 'institutionId' | 'tags' | 'taggings' | 'mayTag'>) {
    for (const tag of known.tags) this.byName.set(foldName(tag.name), tag);
    for (const { subjectId, tagId } of known.taggings) this.carried.add(`${subjectId} ${tagId}`);
  }

  /** What becomes of the row's tags; undefined where it names none. */
  plan(names: readonly string[] | undefined, bearer: TagBearer): Outcome<PlannedPart> | undefined {
    if (names === undefined) return undefined;
    if (!this.known.mayTag) return { problem: { field: 'tags', code: 'import.no-tags', params: {} } };
    const wanted = [...new Map(names.map((name) => [foldName(name), name])).values()];
    const tags = wanted.map((name) => this.byName.get(foldName(name)) ?? this.newTag(name));
    const given = tags.filter(({ id }) => !this.carried.has(`${bearer.id} ${id}`));
    if (given.length === 0) return unchanged;
    return {
      state: 'changed',
      changes: [{ field: 'tags', before: null, after: given.map(({ name }) => name).join(', ') }],
      commit: (writes) => {
        for (const tag of given) {
          const made = this.made.get(foldName(tag.name));
          if (made !== undefined && !writes.tags.includes(made)) writes.tags.push(made);
          this.carried.add(`${bearer.id} ${tag.id}`);
        }
        writes.taggings.push({ ...bearer, tagIds: given.map(({ id }) => id) });
      },
    };
  }

  /** It is written only when a row that is right gives it. */
  private newTag(name: string): NewTag {
    const made = this.made.get(foldName(name)) ?? {
      id: newId(),
      name,
      institutionId: this.known.institutionId,
    };
    this.made.set(foldName(name), made);
    return made;
  }
}

const unchanged: PlannedPart = { state: 'unchanged', changes: [], commit: () => undefined };
