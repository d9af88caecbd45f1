/** `text` as a part of a LIKE pattern that stands for itself alone. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
