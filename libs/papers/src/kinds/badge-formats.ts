import type { BadgeFormat } from '#contracts';

/** Badges on a page, in millimetres from its upper left corner. */
export interface BadgeGeometry {
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly badge: { readonly width: number; readonly height: number };
  /** Of the first badge. */
  readonly left: number;
  readonly top: number;
  /** From one badge's edge to the same edge of the next. */
  readonly pitch: { readonly x: number; readonly y: number };
}

const A4 = { width: 210, height: 297 } as const;

/** As the makers of label sheets say it; a card is a page of its own. */
export const badgeFormats: Readonly<Record<BadgeFormat, BadgeGeometry>> = {
  // Ten self-adhesive badges, such as Avery Zweckform L4785.
  'labels-80x50': sheet({ columns: 2, rows: 5, badge: [80, 50], first: [17.5, 13.5], pitch: [95, 55] }),
  // Ten insert cards, such as Durable 1455.
  'labels-90x54': sheet({ columns: 2, rows: 5, badge: [90, 54], first: [15, 13.5], pitch: [90, 54] }),
  // Ten insert cards, such as Sigel LP798.
  'labels-90x55': sheet({ columns: 2, rows: 5, badge: [90, 55], first: [15, 11], pitch: [90, 55] }),
  // Twenty-one labels, such as Avery L7160.
  'labels-63x38': sheet({
    columns: 3,
    rows: 7,
    badge: [63.5, 38.1],
    first: [7.25, 15.15],
    pitch: [66, 38.1],
  }),
  'card-90x55': card(90, 55),
  'card-a6': card(148, 105),
};

interface SheetSizes {
  readonly columns: number;
  readonly rows: number;
  readonly badge: readonly [width: number, height: number];
  readonly first: readonly [left: number, top: number];
  readonly pitch: readonly [x: number, y: number];
}

function sheet({ columns, rows, badge, first, pitch }: SheetSizes): BadgeGeometry {
  return {
    page: A4,
    columns,
    rows,
    badge: { width: badge[0], height: badge[1] },
    left: first[0],
    top: first[1],
    pitch: { x: pitch[0], y: pitch[1] },
  };
}

function card(width: number, height: number): BadgeGeometry {
  const badge = { width, height };
  return { page: badge, columns: 1, rows: 1, badge, left: 0, top: 0, pitch: { x: width, y: height } };
}

/** Badges on one page. */
export function badgesPerPage({ columns, rows }: Pick<BadgeGeometry, 'columns' | 'rows'>): number {
  return columns * rows;
}
