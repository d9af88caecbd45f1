import { Injectable } from '@nestjs/common';
import type { ReportSubject, ReportTarget } from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';

/** What is kept of a reported thing, as it was. */
export type ReportedThing = Omit<ReportSubject, 'isDisabled' | 'isHideable'>;

/** One kind of thing that can be reported. */
export interface ReportTargetKind {
  readonly type: ReportTarget;
  /** As visitors see it now; null when they do not. `aboutUserId`: whose it is, where that is somebody's. */
  describe(id: string): Promise<{ readonly thing: ReportedThing; readonly aboutUserId: string | null } | null>;
  /** Whether each is hidden now; those that are gone are left out. */
  findHidden(ids: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  mayHide(actor: UserActor): boolean;
  /** Hides it, whoever has changed it since; what is hidden stays so. To be called in the transaction of the handling. */
  hide(actor: UserActor, id: string): Promise<void>;
}

/** The kinds of things that can be reported: whoever knows one registers it. */
@Injectable()
export class ReportTargets {
  private readonly kinds = new Map<string, ReportTargetKind>();

  register(kind: ReportTargetKind): void {
    this.kinds.set(kind.type, kind);
  }

  /** Undefined for messages of rooms. */
  find(type: string): ReportTargetKind | undefined {
    return this.kinds.get(type);
  }

  /** @throws Error for a kind that nobody registered. */
  get(type: ReportTarget): ReportTargetKind {
    const kind = this.kinds.get(type);
    if (kind === undefined) throw new Error(`Nobody knows reports of ${type}`);
    return kind;
  }
}
