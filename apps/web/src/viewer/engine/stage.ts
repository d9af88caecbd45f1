import {
  Color,
  DirectionalLight,
  Fog,
  HemisphereLight,
  InstancedMesh,
  type Material,
  Mesh,
  NeutralToneMapping,
  type Object3D,
  PerspectiveCamera,
  Scene,
  ShaderMaterial,
  SRGBColorSpace,
  type Texture,
  Vector2,
  WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import { WebGlMissingError } from '../viewer-errors.js';
import { makeSurroundings } from './surroundings.js';

const sky = new Color('#e9e4dc');
const fieldOfView = 58;
/** Upright screens see little to the sides with the usual angle. */
const uprightFieldOfView = 68;

const longestFirstPictureMs = 10_000;
const lookEveryMs = 50;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How to bring back what `dispose` gave away, by canvas: a canvas has one context for all its life. */
const givenAway = new WeakMap<HTMLCanvasElement, WEBGL_lose_context>();

/** A canvas that has shown a room before gets its graphics memory back. */
const awaken = async (canvas: HTMLCanvasElement): Promise<void> => {
  const extension = givenAway.get(canvas);
  // Asked for only then: the first who asks a canvas for its context decides what it is like.
  if (!extension || canvas.getContext('webgl2')?.isContextLost() !== true) return;
  await new Promise<void>((resolve) => {
    canvas.addEventListener('webglcontextrestored', () => resolve(), { once: true });
    extension.restoreContext();
  });
};

/**
 * Smooth edges cost a processor that draws by itself half of its frames: it gets none, nor does whoever wants cheap pictures.
 * @returns null where there is no WebGL 2.
 */
const makeContext = (
  canvas: HTMLCanvasElement,
  isCheap: boolean,
): { context: WebGL2RenderingContext; isSlow: boolean } | null => {
  const wanted = { alpha: false, stencil: false, powerPreference: 'high-performance' } as const;
  const quick = canvas.getContext('webgl2', { ...wanted, antialias: !isCheap, failIfMajorPerformanceCaveat: true });
  if (quick) return { context: quick, isSlow: false };
  const slow = canvas.getContext('webgl2', { ...wanted, antialias: false });
  return slow && { context: slow, isSlow: true };
};

const makeRenderer = (canvas: HTMLCanvasElement, context: WebGL2RenderingContext): WebGLRenderer => {
  try {
    return new WebGLRenderer({ canvas, context });
  } catch (error) {
    throw new WebGlMissingError({ cause: error });
  }
};

/** Canvas, camera, light and air: what is there before any room. */
export class Stage {
  readonly renderer: WebGLRenderer;
  /** Whether the processor draws for want of a graphics card. */
  readonly isSlow: boolean;
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(fieldOfView, 1, 0.05, 400);
  private surroundings: WebGLRenderTarget;
  private readonly fog = new Fog(sky, 30, 160);
  private readonly observer: ResizeObserver;
  private readonly size = new Vector2(1, 1);
  private ratio = 1;

  private constructor(
    private readonly canvas: HTMLCanvasElement,
    isCheap: boolean,
  ) {
    const made = makeContext(canvas, isCheap);
    if (!made) throw new WebGlMissingError();
    this.isSlow = made.isSlow;
    this.renderer = makeRenderer(canvas, made.context);
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.toneMappingExposure = 1.14;
    this.renderer.info.autoReset = false;
    this.scene.background = sky;
    this.scene.fog = this.fog;
    this.scene.matrixWorldAutoUpdate = true;
    this.surroundings = makeSurroundings(this.renderer);
    this.scene.environment = this.surroundings.texture;
    this.scene.environmentIntensity = 0.88;
    const sun = new DirectionalLight('#fff3dd', 1.15);
    sun.position.set(4, 9, 5);
    this.scene.add(sun, new HemisphereLight('#fffaf2', '#b79d84', 0.55));
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(canvas);
    this.measure();
  }

  /** `isCheap`: no more than what is needed to see is to be spent. @throws WebGlMissingError. */
  static async open(canvas: HTMLCanvasElement, isCheap: boolean): Promise<Stage> {
    await awaken(canvas);
    return new Stage(canvas, isCheap);
  }

  /** CSS pixels. */
  get width(): number {
    return this.size.x;
  }

  get height(): number {
    return this.size.y;
  }

  get pixelRatio(): number {
    return this.ratio;
  }

  setPixelRatio(ratio: number): void {
    this.ratio = ratio;
    this.apply();
  }

  /** How far the air lets one see, metres, for a room of this size. */
  setReach(metres: number): void {
    this.fog.near = Math.max(25, metres * 0.55);
    this.fog.far = Math.max(90, metres * 1.6);
    this.camera.far = Math.max(150, metres * 2.2);
    this.camera.updateProjectionMatrix();
  }

  /** The graphics card's memory is gone: what is still said to be there would be freed twice. Everything goes up again when it is next drawn. */
  forget(): void {
    this.surroundings.dispose();
    this.scene.environment = null;
    this.scene.traverse((part) => {
      if (!(part instanceof Mesh)) return;
      freeMesh(part, (texture) => texture.dispose());
    });
  }

  /** After the graphics card gave its memory back: what was computed on it is computed again. */
  restore(): void {
    this.surroundings = makeSurroundings(this.renderer);
    this.scene.environment = this.surroundings.texture;
    this.apply();
  }

  /**
   * Resolves once a picture asked for in the next frame has been drawn: before that, while the graphics card still prepares everything for the
   * first time, there is nothing but black. Waits no longer than ten seconds, and not for a page that nobody sees.
   */
  async untilDrawn(): Promise<void> {
    const giveUpAtMs = performance.now() + longestFirstPictureMs;
    await Promise.race([new Promise(requestAnimationFrame), pause(lookEveryMs * 10)]);
    const context = this.renderer.getContext() as WebGL2RenderingContext;
    const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
    // Null when the context is lost.
    if (fence === null) return;
    context.flush();
    const isWaiting = (): boolean =>
      !document.hidden &&
      performance.now() < giveUpAtMs &&
      context.getSyncParameter(fence, context.SYNC_STATUS) === context.UNSIGNALED;
    while (isWaiting()) await pause(lookEveryMs);
    context.deleteSync(fence);
  }

  dispose(): void {
    this.observer.disconnect();
    this.surroundings.dispose();
    this.scene.clear();
    this.renderer.dispose();
    // Browsers keep some sixteen contexts: those of closed rooms must not wait for the garbage collector.
    const extension = this.renderer.getContext().getExtension('WEBGL_lose_context');
    if (!extension) return;
    const { canvas } = this;
    // Only a lost context whose loss was "handled" may be restored.
    canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { once: true });
    givenAway.set(canvas, extension);
    extension.loseContext();
  }

  private measure(): void {
    this.size.set(Math.max(1, this.canvas.clientWidth), Math.max(1, this.canvas.clientHeight));
    this.apply();
  }

  private apply(): void {
    const aspect = this.size.x / this.size.y;
    this.camera.aspect = aspect;
    this.camera.fov = aspect < 1 ? uprightFieldOfView : fieldOfView;
    this.camera.updateProjectionMatrix();
    this.renderer.setPixelRatio(this.ratio);
    this.renderer.setSize(this.size.x, this.size.y, false);
  }
}

const isTexture = (value: unknown): value is Texture => (value as Texture | null | undefined)?.isTexture === true;

const texturesOf = (material: Material): Texture[] => {
  const uniforms = material instanceof ShaderMaterial ? Object.values(material.uniforms) : [];
  return [...Object.values(material), ...uniforms.map(({ value }): unknown => value)].filter(isTexture);
};

const freeMesh = (mesh: Mesh, freeTexture: (texture: Texture) => void): void => {
  mesh.geometry.dispose();
  const materials: Material[] = Array.isArray(mesh.material) ? mesh.material : [mesh.material];
  for (const material of materials) {
    for (const texture of texturesOf(material)) freeTexture(texture);
    material.dispose();
  }
  if (mesh instanceof InstancedMesh) mesh.dispose();
};

/** Frees everything a map holds on the graphics card, images included. */
export const disposeTree = (root: Object3D): void => {
  root.removeFromParent();
  root.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    freeMesh(part, (texture) => {
      texture.dispose();
      if (texture.image instanceof ImageBitmap) texture.image.close();
    });
  });
};
