import type { ManagedCafe } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { changedFields, editedCafeSchema, newCafeSchema, newCafeValues, valuesOf } from './cafe-values.js';
import { withDay } from './hours-draft.js';

const id = '0198a000-0000-7000-8000-000000000001';
const cafe: ManagedCafe = {
  id,
  code: 'soop',
  name: '숲',
  tagline: '',
  address: '서울숲길 17',
  region: { id, name: '성수동', shortName: '서울특별시 성수동' },
  regionPath: [],
  latitude: 37.5446,
  longitude: 127.0374,
  thumbnail: null,
  directions: '',
  phone: null,
  introduction: '안녕하세요',
  openingHours: null,
  images: { THUMBNAIL: [], VIRTUAL: [], REAL: [] },
  virtualLinks: [],
  rooms: [],
  updatedAt: '2026-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:00:00.000Z',
  businessNumber: '1234567891',
  ceoName: null,
  isDisabled: false,
  owners: [],
};

const pointersOf = (schema: typeof newCafeSchema | typeof editedCafeSchema, values: unknown): string[] =>
  (schema.safeParse(values).error?.issues ?? []).map(({ path }) => path.join('/'));

describe('valuesOf and editedCafeSchema', () => {
  it('send back what was loaded', () => {
    expect(editedCafeSchema.parse(valuesOf(cafe))).toEqual({
      name: '숲',
      tagline: '',
      regionId: id,
      address: '서울숲길 17',
      latitude: 37.5446,
      longitude: 127.0374,
      directions: '',
      phone: null,
      introduction: '안녕하세요',
      businessNumber: '1234567891',
      ceoName: null,
      openingHours: null,
      isDisabled: false,
    });
  });

  it('name the fields that are wrong as the API does', () => {
    const values = {
      ...valuesOf(cafe),
      latitude: '',
      longitude: '동쪽',
      phone: '전화',
      businessNumber: '123-45-67892',
    };
    expect(pointersOf(editedCafeSchema, values).sort()).toEqual(['businessNumber', 'latitude', 'longitude', 'phone']);
  });

  it('name a time that is missing', () => {
    const loaded = valuesOf({
      ...cafe,
      openingHours: { days: Array.from({ length: 7 }, () => ({ open: '09:00', close: '21:00' })), note: '' },
    });
    const values = { ...loaded, openingHours: withDay(loaded.openingHours, 2, { close: '' }) };
    expect(pointersOf(editedCafeSchema, values)).toEqual(['openingHours/days/2/close']);
  });
});

describe('newCafeSchema', () => {
  it('asks for a name and a place', () => {
    const wrong = new Set(pointersOf(newCafeSchema, newCafeValues));
    expect([...wrong].sort()).toEqual(['address', 'code', 'latitude', 'longitude', 'name', 'regionId']);
  });

  it('leaves out whether it is published', () => {
    const values = { ...valuesOf(cafe), code: 'soop' };
    expect(newCafeSchema.parse(values)).not.toHaveProperty('isDisabled');
  });
});

describe('changedFields', () => {
  const loaded = valuesOf(cafe);

  it('names what differs', () => {
    expect(changedFields(loaded, { ...loaded, name: '새 숲', isDisabled: true })).toEqual(['name', 'isDisabled']);
  });

  it('does not mind spaces around, or times of hours that are not shown', () => {
    const hours = withDay(loaded.openingHours, 0, { open: '07:00' });
    expect(changedFields(loaded, { ...loaded, name: ' 숲 ', openingHours: hours })).toEqual([]);
  });
});
