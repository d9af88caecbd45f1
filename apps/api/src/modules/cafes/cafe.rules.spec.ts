import { type UserType, userTypes } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { type Actor, anonymous } from '../../access/actor.js';
import { applyEdit, attachableUploaderOf, findRepeatedType, firstOwnerOf, managedScopeOf } from './cafe.rules.js';

const user = (userType: UserType): Actor => ({ kind: 'user', userId: 'u1', userType, sessionId: 's1' });
const system: Actor = { kind: 'system', name: 'seed' };
const apiKey = (cafeIds: string[]): Actor => ({ kind: 'apiKey', apiKeyId: 'k1', scopes: ['cafes:read'], cafeIds });

describe('the cafés an actor may manage', () => {
  it.each<[string, Actor, ReturnType<typeof managedScopeOf>]>([
    ['an administrator: all', user('ADMIN'), { kind: 'all' }],
    ['the system: all', system, { kind: 'all' }],
    ['a BUSINESS user: his own', user('BUSINESS'), { kind: 'ownedBy', userId: 'u1' }],
    ['a GENERAL user: none', user('GENERAL'), { kind: 'among', cafeIds: [] }],
    ['a MANAGER: none', user('MANAGER'), { kind: 'among', cafeIds: [] }],
    ['nobody: none', anonymous, { kind: 'among', cafeIds: [] }],
    ['a key without limits: all', apiKey([]), { kind: 'all' }],
    ['a limited key: its cafés', apiKey(['c1', 'c2']), { kind: 'among', cafeIds: ['c1', 'c2'] }],
  ])('%s', (_, actor, scope) => {
    expect(managedScopeOf(actor)).toEqual(scope);
  });
});

describe('the first owner of a new café', () => {
  it.each(userTypes)('created by %s', (userType) => {
    expect(firstOwnerOf(user(userType))).toBe(userType === 'BUSINESS' ? 'u1' : null);
  });

  it('created by the system is nobody', () => {
    expect(firstOwnerOf(system)).toBeNull();
  });
});

describe('whose uploads may be attached', () => {
  it.each(userTypes)('by %s', (userType) => {
    expect(attachableUploaderOf(user(userType))).toBe(userType === 'ADMIN' ? null : 'u1');
  });

  it("by the system: everybody's", () => {
    expect(attachableUploaderOf(system)).toBeNull();
  });

  it.each([apiKey([]), anonymous])('by $kind: the rule of the action forbids it', (actor) => {
    expect(() => attachableUploaderOf(actor)).toThrow('disagree');
  });
});

describe('an edit', () => {
  it('changes what it names, also to null, and leaves the rest', () => {
    const current: { name: string; phone: string | null; isDisabled: boolean } = {
      name: '온기',
      phone: '02-123-4567',
      isDisabled: false,
    };
    expect(applyEdit(current, { name: '새 온기', phone: null, isDisabled: undefined })).toEqual({
      name: '새 온기',
      phone: null,
      isDisabled: false,
    });
    expect(current.name).toBe('온기');
  });
});

describe('a repeated type of link', () => {
  it.each<[('ZEPETO' | 'WEB_VIEWER' | 'OTHER')[], number | null]>([
    [[], null],
    [['ZEPETO', 'WEB_VIEWER', 'OTHER'], null],
    [['ZEPETO', 'ZEPETO'], 1],
    [['OTHER', 'ZEPETO', 'OTHER'], 2],
  ])('in %j is at %s', (types, place) => {
    expect(findRepeatedType(types.map((type) => ({ type })))).toBe(place);
  });
});
