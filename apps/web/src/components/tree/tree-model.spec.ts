import { describe, expect, it } from 'vitest';
import { growTree, moveFor, pathTo, rowsOf, searchTree, subtreeOf } from './tree-model.js';

const item = (id: string, parentId: string | null, name: string) => ({ id, parentId, name });
const tree = growTree([
  item('seoul', null, '서울특별시'),
  item('gangnam', 'seoul', '강남구'),
  item('seongdong', 'seoul', '성동구'),
  item('seongsu', 'seongdong', '성수동'),
  item('busan', null, '부산광역시'),
]);
const idsOf = (rows: { item: { id: string } }[]) => rows.map((row) => row.item.id);

describe('growTree', () => {
  it('knows the way down and up', () => {
    expect(pathTo(tree, 'seongsu').map(({ name }) => name)).toEqual(['서울특별시', '성동구', '성수동']);
    expect(subtreeOf(tree, 'seoul').map(({ id }) => id)).toEqual(['seoul', 'gangnam', 'seongdong', 'seongsu']);
    expect(pathTo(tree, 'nowhere')).toEqual([]);
    expect(subtreeOf(tree, 'nowhere')).toEqual([]);
  });

  it('shows an item whose parent is missing as a root', () => {
    expect(idsOf(rowsOf(growTree([item('a', 'gone', '가')]), new Set()))).toEqual(['a']);
  });
});

describe('rowsOf', () => {
  it('shows the roots, and the children of what is expanded', () => {
    expect(idsOf(rowsOf(tree, new Set()))).toEqual(['seoul', 'busan']);
    expect(idsOf(rowsOf(tree, new Set(['seoul'])))).toEqual(['seoul', 'gangnam', 'seongdong', 'busan']);
  });

  it('does not show what is expanded below something closed', () => {
    expect(idsOf(rowsOf(tree, new Set(['seongdong'])))).toEqual(['seoul', 'busan']);
  });

  it('counts levels and siblings for screen readers', () => {
    const rows = rowsOf(tree, new Set(['seoul', 'seongdong']));
    expect(rows[2]).toMatchObject({ level: 2, position: 2, siblingCount: 2, hasChildren: true, isExpanded: true });
    expect(rows[3]).toMatchObject({ level: 3, position: 1, siblingCount: 1, hasChildren: false, isExpanded: false });
  });

  it('shows what a search found with the way to it, whatever is expanded', () => {
    const rows = rowsOf(tree, new Set(), searchTree(tree, '성수'));
    expect(idsOf(rows)).toEqual(['seoul', 'seongdong', 'seongsu']);
    expect(rows[1]).toMatchObject({ siblingCount: 1, isExpanded: true });
  });
});

describe('searchTree', () => {
  it('is no search without words', () => {
    expect(searchTree(tree, '  ')).toBeNull();
  });

  it('can find nothing', () => {
    expect(searchTree(tree, '제주')).toEqual(new Set());
  });

  it('finds decomposed Hangul', () => {
    expect(searchTree(tree, '부산'.normalize('NFD'))).toEqual(new Set(['busan']));
  });
});

describe('moveFor', () => {
  const rows = rowsOf(tree, new Set(['seoul']));

  it.each([
    ['seoul', 'ArrowDown', { focus: 'gangnam' }],
    ['seoul', 'ArrowUp', null],
    ['busan', 'ArrowDown', null],
    ['busan', 'Home', { focus: 'seoul' }],
    ['seoul', 'End', { focus: 'busan' }],
    ['seoul', 'ArrowRight', { focus: 'gangnam' }],
    ['seongdong', 'ArrowRight', { expand: 'seongdong' }],
    ['gangnam', 'ArrowRight', null],
    ['seoul', 'ArrowLeft', { collapse: 'seoul' }],
    ['gangnam', 'ArrowLeft', { focus: 'seoul' }],
    ['busan', 'ArrowLeft', null],
    ['seoul', '부', { focus: 'busan' }],
    ['busan', '성', { focus: 'seongdong' }],
    ['busan', '부', null],
    ['busan', 'Tab', null],
    ['nowhere', 'Home', null],
  ])('at %s, %s does %o', (focused, key, expected) => {
    expect(moveFor(rows, focused, key)).toEqual(expected);
  });
});
