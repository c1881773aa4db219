const POINTS_PER_MM = 72 / 25.4;

/** Millimetres of paper in the points that a PDF counts in. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** A rectangle of a page in points, from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
