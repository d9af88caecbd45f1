import { errorCatalogue } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { ko } from './ko.js';

type Texts = { [key: string]: string | string[] | Texts };

function entriesOf(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const path = prefix + key;
    if (typeof value === 'string') return [[path, value]];
    if (Array.isArray(value)) return value.map((text, index) => [`${path}.${index}`, text]);
    return entriesOf(value, `${path}.`);
  });
}

// English has a singular beside each plural, Korean does not.
const isSingular = (path: string): boolean => path.endsWith('_one');

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('Korean and English texts', () => {
  const korean = new Map(entriesOf(ko));
  const english = new Map(entriesOf(en).filter(([path]) => !isSingular(path)));

  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
  });

  it('leave no text empty', () => {
    const empty = [...korean, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('use the same variables', () => {
    const differing = [...korean].filter(
      ([path, text]) => String(variablesOf(text)) !== String(variablesOf(english.get(path) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('have words for every error of the API', () => {
    expect(Object.keys(errorCatalogue).filter((code) => !(code in ko.errors))).toEqual([]);
  });
});
