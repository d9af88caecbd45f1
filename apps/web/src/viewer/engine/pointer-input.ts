/** CSS pixels from the canvas's top left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PointerActions {
  /** Pixels that were dragged; one turns with them. */
  readonly onDrag: (x: number, y: number) => void;
  /** The camera's arm is to be longer by this factor. */
  readonly onZoom: (factor: number) => void;
  readonly onTap: (spot: Spot) => void;
  /** The mouse is here, no button pressed; null when it has left. */
  readonly onHover: (spot: Spot | null) => void;
}

/** Farther than this, or longer, a press is no click. */
const tapPixels = 8;
const tapMs = 450;
const wheelRate = 0.0012;
/** A line and a page of those wheels that count so, in pixels. */
const wheelUnits: readonly number[] = [1, 16, 400];

interface Press {
  x: number;
  y: number;
  readonly startX: number;
  readonly startY: number;
  readonly atMs: number;
}

/** Mouse, pen and fingers on the canvas. One turns, two zoom, a short one is a tap. */
export class PointerInput {
  private readonly presses = new Map<number, Press>();
  private readonly listeners = new AbortController();
  private hasTurned = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly actions: PointerActions,
  ) {
    const { signal } = this.listeners;
    // The page must not scroll or zoom under a finger that turns the view.
    canvas.style.touchAction = 'none';
    canvas.addEventListener('pointerdown', this.onDown, { signal });
    canvas.addEventListener('pointermove', this.onMove, { signal });
    canvas.addEventListener('pointerup', this.onUp, { signal });
    canvas.addEventListener('pointercancel', this.onCancel, { signal });
    canvas.addEventListener('pointerleave', () => this.actions.onHover(null), { signal });
    canvas.addEventListener('wheel', this.onWheel, { signal, passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  /** Whether somebody is turning the view just now. */
  get isDragging(): boolean {
    return this.presses.size > 0 && this.hasTurned;
  }

  dispose(): void {
    this.listeners.abort();
    this.canvas.style.touchAction = '';
    this.canvas.style.cursor = '';
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button > 2) return;
    this.canvas.setPointerCapture(event.pointerId);
    const { offsetX: x, offsetY: y } = event;
    if (this.presses.size === 0) this.hasTurned = false;
    this.presses.set(event.pointerId, { x, y, startX: x, startY: y, atMs: event.timeStamp });
  };

  private readonly onMove = (event: PointerEvent): void => {
    const press = this.presses.get(event.pointerId);
    if (!press) {
      if (event.pointerType === 'mouse') this.actions.onHover({ x: event.offsetX, y: event.offsetY });
      return;
    }
    const before = this.spread();
    const [x, y] = [event.offsetX - press.x, event.offsetY - press.y];
    press.x = event.offsetX;
    press.y = event.offsetY;
    if (this.presses.size > 1) {
      this.hasTurned = true;
      const after = this.spread();
      if (before > 1 && after > 1) this.actions.onZoom(before / after);
      return;
    }
    this.hasTurned ||= Math.hypot(press.x - press.startX, press.y - press.startY) > tapPixels;
    if (this.hasTurned) this.actions.onDrag(x, y);
  };

  private readonly onUp = (event: PointerEvent): void => {
    const press = this.presses.get(event.pointerId);
    this.presses.delete(event.pointerId);
    const isTap = press && !this.hasTurned && event.button === 0 && event.timeStamp - press.atMs < tapMs;
    if (isTap) this.actions.onTap({ x: event.offsetX, y: event.offsetY });
  };

  private readonly onCancel = (event: PointerEvent): void => {
    this.presses.delete(event.pointerId);
  };

  private readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (wheelUnits[event.deltaMode] ?? 1);
    // A pinch on a touchpad comes as small wheel steps with Ctrl.
    const rate = event.ctrlKey ? wheelRate * 6 : wheelRate;
    this.actions.onZoom(Math.exp(Math.max(-240, Math.min(240, pixels)) * rate));
  };

  private spread(): number {
    const [first, second] = this.presses.values();
    return first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
  }
}
