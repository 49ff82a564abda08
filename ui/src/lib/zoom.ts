/** Where a picture lies in its place. Points are counted from the middle. */
export interface Point {
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
export const moved = (at: Point, from: Point, to: Point): Point => ({
  x: at.x + to.x - from.x,
  y: at.y + to.y - from.y,
});

/** How much it shrinks to be seen whole. A small picture is not blown up. */
export function fitted(size: Size, room: Size, turn: number): number {
  const [width, height] = turn % 180 === 0 ? [size.width, size.height] : [size.height, size.width];
  if (width <= 0 || height <= 0 || room.width <= 0 || room.height <= 0) return 1;
  return Math.min(1, room.width / width, room.height / height);
}

/** Its edge never comes further in than the edge of its place. */
export function kept(at: Point, lying: Size, room: Size): Point {
  const limit = (value: number, over: number): number => {
    const most = Math.max(0, over / 2);
    return Math.min(most, Math.max(-most, value)) || 0;
  };
  return { x: limit(at.x, lying.width - room.width), y: limit(at.y, lying.height - room.height) };
}
