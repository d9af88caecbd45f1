import type { UpdateNoticeRequest } from '@virtualcafe/contracts';

/** What an administrator sets of a notice; days are inclusive KST days, null is open. */
export interface NoticeFields {
  readonly title: string;
  readonly content: string;
  readonly link: string | null;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly isPinned: boolean;
  readonly isDisabled: boolean;
}

/** Whether visitors see it on the KST day `today`. */
export const isShownOn = (
  { startDay, endDay, isDisabled }: Pick<NoticeFields, 'startDay' | 'endDay' | 'isDisabled'>,
  today: string,
): boolean => !isDisabled && (startDay === null || startDay <= today) && (endDay === null || endDay >= today);

/** The notice after the edit: fields that the request leaves out stay. */
export const applyEdit = (current: NoticeFields, request: UpdateNoticeRequest): NoticeFields => ({
  ...current,
  ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
});
