import {
  BackSide,
  BufferAttribute,
  Color,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';

/** Light from around, by height: −1 beneath to 1 above; linear, above 1 is brighter than white. */
const bands: readonly (readonly [number, readonly [number, number, number]])[] = [
  [-1, [0.34, 0.29, 0.25]],
  [-0.25, [0.5, 0.45, 0.4]],
  [0.05, [0.78, 0.77, 0.76]],
  [0.45, [1.05, 1.06, 1.1]],
  [1, [1.5, 1.46, 1.38]],
];

const bandAt = (height: number, color: Color): Color => {
  let below = bands[0];
  for (const band of bands) {
    const [at, [r, g, b]] = band;
    if (height <= at && below) {
      const [from, [r0, g0, b0]] = below;
      const share = at === from ? 1 : (height - from) / (at - from);
      return color.setRGB(r0 + (r - r0) * share, g0 + (g - g0) * share, b0 + (b - b0) * share);
    }
    below = band;
  }
  return color;
};

/** A sphere painted from beneath to above; seen from within. */
const makeDome = (): Mesh<SphereGeometry, MeshBasicMaterial> => {
  const geometry = new SphereGeometry(10, 24, 24);
  const position = geometry.getAttribute('position');
  const colors = new Float32Array(position.count * 3);
  const color = new Color();
  for (let index = 0; index < position.count; index += 1) {
    bandAt(position.getY(index) / 10, color).toArray(colors, index * 3);
  }
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  return new Mesh(geometry, new MeshBasicMaterial({ vertexColors: true, side: BackSide, toneMapped: false }));
};

/** The soft light from all around that surfaces reflect. Made on the graphics card: lost with it, and made again. */
export const makeSurroundings = (renderer: WebGLRenderer): WebGLRenderTarget => {
  const scene = new Scene();
  const dome = makeDome();
  scene.add(dome);
  const generator = new PMREMGenerator(renderer);
  try {
    return generator.fromScene(scene, 0.06);
  } finally {
    generator.dispose();
    dome.geometry.dispose();
    dome.material.dispose();
  }
};
