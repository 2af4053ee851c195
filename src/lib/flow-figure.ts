/** The flow from listings to pages as boxes below each other, what leaves it beside them, as systematic reviews draw it. */

export type FlowStep = { label: string; count: string; aside?: { label: string; count: string } };

type Box = { x: number; y: number; width: number; height: number; count: string; label: string };

export type FlowDrawing = {
  width: number;
  height: number;
  boxes: Box[];
  /** From the foot of a box to the head of the next, or from its path to what leaves there. */
  arrows: { x1: number; y1: number; x2: number; y2: number }[];
};

const size = { width: 340, box: 160, height: 46, gap: 40, tip: 5 };

/** Places in units of the drawing. What leaves stands beside the arrow below its step. */
export function drawFlow(steps: readonly FlowStep[]): FlowDrawing {
  const topOf = (i: number): number => i * (size.height + size.gap) + 1;
  const middle = size.box / 2;
  const sideX = size.width - size.box - 1;
  return {
    width: size.width,
    height: steps.length * (size.height + size.gap) - size.gap + 2,
    boxes: steps.flatMap(({ label, count, aside }, i) => {
      const box = { x: 1, y: topOf(i), width: size.box, height: size.height, label, count };
      const side = topOf(i) + (size.height + size.gap) / 2;
      return aside ? [box, { ...box, ...aside, x: sideX, y: side }] : [box];
    }),
    arrows: steps.flatMap(({ aside }, i) => {
      const foot = topOf(i) + size.height;
      const level = foot + size.gap / 2;
      const down = { x1: middle, y1: foot, x2: middle, y2: foot + size.gap - size.tip };
      const out = { x1: middle, y1: level, x2: sideX - size.tip, y2: level };
      return [...(i < steps.length - 1 ? [down] : []), ...(aside ? [out] : [])];
    }),
  };
}
