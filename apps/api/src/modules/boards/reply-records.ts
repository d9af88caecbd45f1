/** A reply as it is read; its writer is null when they have withdrawn. */
export interface ReplyRecord {
  readonly id: string;
  readonly boardId: string;
  readonly parentId: string | null;
  /** See the schema: 32 digits for each level. */
  readonly threadPath: string;
  readonly author: { readonly id: string; readonly nickname: string } | null;
  readonly content: string;
  readonly isDisabled: boolean;
  readonly isDeleted: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}
