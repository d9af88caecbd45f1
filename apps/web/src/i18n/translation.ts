/** The shape a translation must have: the Korean keys, plus a singular (`_one`) beside each plural (`_other`). */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> } & {
  [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
