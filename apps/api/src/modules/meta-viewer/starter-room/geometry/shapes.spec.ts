import { describe, expect, it } from 'vitest';
import { box } from './box.js';
import { cylinder, lathe, plate, rod, sphere, strut } from './lathe.js';
import { cross, dot, subtract } from './matrix.js';
import { type Shape, vectorAt } from './shape.js';
import { blade, grid, inverted, leaf, lines, oval, picture } from './sheet.js';

/** Triangles whose vertex normals look the other way than their winding does: they would be drawn black or not at all. */
const turnedTriangles = (shape: Shape): number => {
  let turned = 0;
  for (let index = 0; index < shape.indices.length; index += 3) {
    const [a = 0, b = 0, c = 0] = shape.indices.slice(index, index + 3);
    const [pa, pb, pc] = [a, b, c].map((at) => vectorAt(shape.positions, at)) as [
      ReturnType<typeof vectorAt>,
      ReturnType<typeof vectorAt>,
      ReturnType<typeof vectorAt>,
    ];
    const facing = cross(subtract(pb, pa), subtract(pc, pa));
    const agrees = [a, b, c].map((at) => dot(facing, vectorAt(shape.normals, at)));
    if (Math.hypot(...facing) > 1e-9 && agrees.reduce((sum, each) => sum + each, 0) < 0) turned += 1;
  }
  return turned;
};

const shapes: Record<string, Shape> = {
  box: box(1, 0.2, 0.5, 0.02),
  'plain box': box(0.3, 0.2, 0.5, 0.001),
  cylinder: cylinder(0.3, 1),
  rod: rod(0.1, 1, 6, 0.05),
  plate: plate(0.4, 0.04),
  sphere: sphere(0.2),
  lathe: lathe([
    [0, 0],
    [0.2, 0.1],
    [0.05, 0.4],
    [0, 0.42],
  ]),
  strut: strut([0, 0, 0], [0.3, 1, 0.2], 0.02),
  'level strut': strut([-1, 0, 0], [1, 0, 0], 0.02),
  picture: picture(1, 2),
  grid: grid(lines(0, 3, 0.4), lines(0, 2, 0.4)),
  leaf: leaf(0.3, 0.1, 0.4, oval),
  blade: leaf(0.6, 0.08, 0.1, blade),
  inverted: inverted(rod(0.1, 1)),
};

describe('shapes', () => {
  it.each(Object.keys(shapes))('%s has its normals on the side its triangles face', (name) => {
    const shape = shapes[name];
    expect(shape && turnedTriangles(shape)).toBe(0);
  });

  it('leaves out the cells of a hole and keeps its edges', () => {
    const columns = lines(0, 3, 0.5, [1.1, 1.9]);
    const rows = lines(0, 3, 0.5, [1.1, 1.9]);
    expect(columns).toContain(1.1);
    const holed = grid(columns, rows, [{ left: 1.1, right: 1.9, bottom: 1.1, top: 1.9 }]);
    let area = 0;
    for (let index = 0; index < holed.indices.length; index += 3) {
      const [a, b, c] = [0, 1, 2].map((offset) => vectorAt(holed.positions, holed.indices[index + offset] ?? 0));
      if (a && b && c) area += Math.hypot(...cross(subtract(b, a), subtract(c, a))) / 2;
    }
    expect(area).toBeCloseTo(9 - 0.64, 6);
  });
});
