import type { AuditEntry } from '#audit';
import { changesOf, isPersonal } from './audit-changes.js';

const entry = (values: Partial<AuditEntry>) =>
  ({ before: null, after: null, personal: null, ...values }) as AuditEntry;

describe('an entry field by field', () => {
  it('names what differs, and leaves the rest out', () => {
    const changed = entry({
      before: { seats: 1, name: { de: 'Leitung' }, kind: 'other' },
      after: { seats: 2, name: { de: 'Leitung' }, mailbox: null },
    });
    expect(changesOf(changed, false)).toEqual([
      { field: 'seats', before: 1, after: 2 },
      { field: 'kind', before: 'other', after: null },
    ]);
  });

  it.each([
    [{ before: { phone: '1' }, after: { phone: '2' } }, [{ field: 'phone', before: '1', after: '2' }]],
    [{ noteBefore: null, noteAfter: 'Gern' }, [{ field: 'note', before: null, after: 'Gern' }]],
    [{ name: 'Skript' }, [{ field: 'name', before: null, after: 'Skript' }]],
  ])('shows personal values only to who may see them: %j', (personal, changes) => {
    expect(changesOf(entry({ personal }), true)).toEqual(changes);
    expect(changesOf(entry({ personal }), false)).toEqual([]);
    expect(isPersonal(entry({ personal }))).toBe(true);
  });

  it.each([null, {}, { before: {}, after: { mailbox: null } }, { noteBefore: null, noteAfter: null }])(
    'has none in %j',
    (personal) => expect(isPersonal(entry({ personal }))).toBe(false),
  );
});
