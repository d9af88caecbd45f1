import type { Frame, Transform } from '@virtualcafe/contracts';

/** Where everybody was told to be last: for a viewer that opens later than the first frame came. */
export class KnownPlaces {
  private readonly places = new Map<number, Transform>();
  private tick = 0;

  take(frame: Frame): void {
    this.tick = frame.tick;
    if (frame.kind === 'left') {
      for (const id of frame.ids) this.places.delete(id);
      return;
    }
    if (frame.kind === 'full') this.places.clear();
    for (const { id, transform } of frame.entries) this.places.set(id, transform);
  }

  of(id: number): Transform | undefined {
    return this.places.get(id);
  }

  /** Everything as one full frame. */
  frame(): Frame {
    const entries = Array.from(this.places, ([id, transform]) => ({ id, transform }));
    return { kind: 'full', tick: this.tick, entries };
  }
}
