import { colours } from './colours.js';
import type { PaperDocument } from './paper-document.js';

const STARS = 12;
const POINTS = 5;
/** Of the circle through the inner corners of a five-pointed star to the one through its points. */
const INNER = Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10);

/**
 * The emblem of the European Union as its rules have it: 2 : 3, twelve stars upright like the hours of a clock on a
 * circle of a third of the height, each in a circle of an eighteenth. Returns its width in points.
 */
export function drawEmblem({ pdf }: PaperDocument, x: number, y: number, height: number): number {
  const width = height * 1.5;
  pdf.rect(x, y, width, height).fill(colours.unionBlue);
  for (let hour = 0; hour < STARS; hour += 1) {
    const angle = (hour * 2 * Math.PI) / STARS;
    const centre = {
      x: x + width / 2 + (Math.sin(angle) * height) / 3,
      y: y + height / 2 - (Math.cos(angle) * height) / 3,
    };
    pdf.polygon(...starAround(centre, height / 18)).fill(colours.unionYellow);
  }
  return width;
}

function starAround(centre: { x: number; y: number }, radius: number): [number, number][] {
  return Array.from({ length: POINTS * 2 }, (_, corner) => {
    const angle = (corner * Math.PI) / POINTS;
    const reach = corner % 2 === 0 ? radius : radius * INNER;
    return [centre.x + Math.sin(angle) * reach, centre.y - Math.cos(angle) * reach];
  });
}
